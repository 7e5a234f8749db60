import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { describe, expect, test } from 'vitest';
import { type Endpoint, endpoints } from '../../src/model/endpoints.ts';
import { entityList, getEntity } from '../../src/model/entities/index.ts';
import type { Entity } from '../../src/model/entity.ts';
import { defaultSettings } from '../../src/model/import-settings.ts';
import { base } from '../../src/model/profiles/base.ts';
import { japan } from '../../src/model/profiles/japan.ts';
import { createRulebook } from '../../src/model/rules/rulebook.ts';
import { readFilter } from '../../src/query/condition.ts';
import { operators } from '../../src/query/filter.ts';
import { parseListQuery } from '../../src/query/list-query.ts';
import { findPath, isSortable } from '../../src/query/path.ts';
import { checksOf, type StageContext } from '../../src/store/checks.ts';
import { conflictChecks } from '../../src/store/conflicts.ts';
import { diffStatement, ownerMoves, parentMoves } from '../../src/store/diff.ts';
import { keepNamed, keepOwned, keepRest } from '../../src/store/keep.ts';
import {
  leaveOutBereft,
  leaveOutDeletions,
  leaveOutReferring,
  leaveOutTaken,
} from '../../src/store/leave-out-statements.ts';
import { publishStatements } from '../../src/store/publish.ts';
import { type ListPlan, pageStatement } from '../../src/store/resources.ts';
import { links, ownerships } from '../../src/store/stage-rows.ts';
import { yieldStatement } from '../../src/store/yield-rows.ts';

const baseUrl = 'https://hub.example.jp/ims/oneroster/rostering/v1p2';
const collections = endpoints.filter(({ kind }) => kind === 'collection');

function textOf(statement: SQL): string {
  const { sql, params } = new PgDialect().sqlToQuery(statement);
  return `${sql};\n-- ${JSON.stringify(params)}\n`;
}

interface Variant {
  readonly asOf?: number;
  readonly plan?: Partial<ListPlan>;
  readonly search?: string;
  readonly how?: 'ready' | 'made';
}

/** Path ids that can be told apart in a statement. */
const idsOf = (endpoint: Endpoint) =>
  Object.fromEntries(endpoint.parents.map(({ param }) => [param, `the-${param}`]));
/** Publications 17 to 23 stand for every instant. */
const range = { low: 17, high: 23 };

function pageSql(operationId: string, { asOf, plan = {}, search = '', how = 'made' }: Variant): string {
  const endpoint = collections.find((one) => one.operationId === operationId);
  if (endpoint === undefined) throw new Error(operationId);
  const { filter, sort, fields } = parseListQuery(new URLSearchParams(search), endpoint.entity, {
    unknownFields: 'reject',
    unknownSort: 'reject',
  });
  const instants = filter?.conditions.filter(({ value }) => value instanceof Date) ?? [];
  const ranges = new Map(instants.map((condition) => [condition, range]));
  const ids = idsOf(endpoint);
  const page = { after: undefined, limit: 100, offset: 0 };
  const whole: ListPlan = { endpoint, ids, filter, ranges, sort, fields, ...page, ...plan };
  return textOf(pageStatement({ base: baseUrl, asOf }, whole, how));
}

/** What stands between the FROM of the page and its end: the bodies are in list-queries.sql. */
function selection(sql: string): string {
  const [, from = ''] = sql.split(/\n {2}LEFT JOIN \(SELECT \* FROM /);
  return from.replace(/\) e ON true\n[^;]*;/, ';');
}

describe('the SQL of a page', () => {
  const delta = "filter=dateLastModified>'2026-04-01'";
  const variants: Record<string, Variant> = {
    plain: {},
    offset: { plan: { offset: 300 } },
    delta: { search: delta },
    'after a cursor': { search: delta, plan: { after: 'usr-0042' } },
    'as of an older publication': { search: delta, asOf: 23, plan: { after: 'usr-0042' } },
    'some fields': { search: 'fields=sourcedId,status' },
    'kept ready': { how: 'ready' },
    'kept ready, as of an older publication': { how: 'ready', search: delta, asOf: 23 },
  };

  test('list-queries.sql: every collection', async () => {
    const all = collections.map(({ operationId }) => `-- ${operationId}\n${pageSql(operationId, {})}`);
    await expect(all.join('\n')).toMatchFileSnapshot('__snapshots__/list-queries.sql');
  });

  test('page-variants.sql: every way to ask for a page, of a plain and of a subset collection', async () => {
    const all = ['getAllUsers', 'getAllStudents', 'getAllTerms'].flatMap((operationId) =>
      Object.entries(variants).map(
        ([name, variant]) => `-- ${operationId}, ${name}\n${pageSql(operationId, variant)}`,
      ),
    );
    await expect(all.join('\n')).toMatchFileSnapshot('__snapshots__/page-variants.sql');
  });

  test('filters.sql: every field of every entity, by every operator that it has', async () => {
    const all = collections
      .filter(({ members, parents }) => members.length + parents.length === 0)
      .flatMap(({ operationId, entity }) =>
        fieldNames(entity).flatMap((name) =>
          examplesOf(entity, name).map((filter) => {
            const search = new URLSearchParams({ filter }).toString();
            return `-- ${operationId} ${filter}\n${selection(pageSql(operationId, { search }))}`;
          }),
        ),
      );
    await expect(all.join('\n')).toMatchFileSnapshot('__snapshots__/filters.sql');
  });

  test('sorts.sql: every field of every entity', async () => {
    const all = collections
      .filter(({ members, parents }) => members.length + parents.length === 0)
      .flatMap(({ operationId, entity }) =>
        fieldNames(entity)
          .filter((name) => sortable(entity, name))
          .map((name) => {
            const search = `sort=${name}&orderBy=desc`;
            return `-- ${operationId} ${search}\n${selection(pageSql(operationId, { search }))}`;
          }),
      );
    await expect(all.join('\n')).toMatchFileSnapshot('__snapshots__/sorts.sql');
  });

  test('an OR of the caller is one operand among the conditions of the collection', () => {
    const search = new URLSearchParams({ filter: "status='active' OR familyName='x'" }).toString();
    for (const { operationId } of collections.filter(({ entity }) => entity.name === 'users')) {
      const sql = selection(pageSql(operationId, { search, plan: { after: 'usr-0042' } }));
      const [where = ''] = sql.split(' ORDER BY ');
      expect(where.match(/ OR /g)?.length).toBeGreaterThan(0);
      // Without what stands in parentheses no OR is left, so nothing but the caller's own words is widened.
      let flat = where;
      for (let before = ''; before !== flat; ) {
        before = flat;
        flat = flat.replace(/\([^()]*\)/g, '…');
      }
      expect(flat, operationId).not.toMatch(/\bOR\b/);
      expect(flat).toMatch(/ AND e\.sourced_id > \$/);
    }
  });

  test('has every value that a caller gave as a parameter', () => {
    const evil = `'; DROP TABLE users; --`;
    for (const endpoint of collections) {
      const { operationId, entity } = endpoint;
      const ids = Object.fromEntries(endpoint.parents.map(({ param }) => [param, evil]));
      const filter = `status='${evil.replaceAll("'", "''")}' OR metadata.x.y~'${evil.replaceAll("'", "''")}'`;
      const search = entity.ownedBy === undefined ? new URLSearchParams({ filter }).toString() : '';
      const sql = pageSql(operationId, { search, plan: { after: evil, ids }, asOf: 987_654_323 });
      expect(sql.split('\n-- ')[0]).not.toMatch(/DROP TABLE|98765432/);
    }
  });
});

/** Dotted names of an entity's fields, one of each kind of place. */
function fieldNames(entity: Entity): string[] {
  const own = entity.columns
    .filter(({ csvOnly, inside }) => !csvOnly && !inside)
    .map(({ kind, japan, name }) => {
      const dotted = japan ? `metadata.jp.${name}` : name;
      return kind === 'pairs'
        ? `${dotted}.identifier`
        : kind.startsWith('ref')
          ? `${dotted}.sourcedId`
          : dotted;
    })
    .map((name) => (findPath(entity, name) ? name : name.replace('.sourcedId', '')));
  const embedded = Object.entries(entity.embeds).flatMap(([name, embed]) => {
    if (embed.kind === 'children') return [`${name}.sourcedId`];
    const owned = getEntity(embed.entity);
    const inside = owned.stored.flatMap((column) =>
      column.inside ? [`${column.inside.array}.${column.inside.property}`] : [],
    );
    return [...fieldNames(owned), ...inside, ...(owned.idAs ? [owned.idAs] : [])].map(
      (one) => `${name}.${one}`,
    );
  });
  const head =
    entity.ownedBy === undefined ? ['sourcedId', 'status', 'dateLastModified', 'metadata.a.b'] : [];
  return [...head, ...own, ...embedded];
}

const sortable = (entity: Entity, name: string) => {
  const path = findPath(entity, name);
  return path !== undefined && isSortable(path);
};

const values = {
  text: 'x',
  exact: 'x',
  flag: 'true',
  date: '2026-04-01',
  integer: '7',
  instant: '2026-04-01',
};

/** One filter for each operator that the field takes. */
function examplesOf(entity: Entity, name: string): string[] {
  const path = findPath(entity, name);
  if (path === undefined) throw new Error(`${entity.name}.${name}`);
  const possible = operators.filter((operator) => {
    try {
      readFilter(entity, `${name}${operator}'${values[path.value]}'`);
      return true;
    } catch {
      return false;
    }
  });
  expect(possible.length, name).toBeGreaterThanOrEqual(2);
  return possible.map((operator) => `${name}${operator}'${values[path.value]}'`);
}

describe('the SQL of an import', () => {
  const importId = '00000000-0000-4000-8000-000000000001';
  const context = (staged: readonly Entity[], more: Partial<StageContext> = {}): StageContext => ({
    importId,
    sourceId: 7,
    fileName: 'RO_20260401_052019.zip',
    staged: new Set(staged),
    deltas: new Set(),
    live: true,
    rulebook: createRulebook(japan),
    ...more,
  });
  const whole = context(entityList);
  const parted = (statementsOf: (entity: Entity) => readonly string[]) =>
    entityList.map((entity) => `-- ${entity.name}\n${statementsOf(entity).join(';\n\n')};\n`).join('\n');

  test('checks.sql: against a whole bundle', async () => {
    const text = parted((entity) => checksOf(whole, entity).flatMap(({ count, report }) => [count, report]));
    await expect(text).toMatchFileSnapshot('__snapshots__/checks.sql');
  });

  test('a reference to a file that is not in the bundle is looked up in the published roster', () => {
    const enrollments = getEntity('enrollments');
    const reports = (one: StageContext) =>
      checksOf(one, enrollments)
        .map(({ report }) => report)
        .join('\n');
    const alone = reports(context([enrollments]));
    for (const table of ['academic_sessions', 'classes', 'orgs', 'roles', 'users']) {
      expect(alone).toContain(`(SELECT * FROM "${table}" WHERE status = 'active')`);
    }
    expect(reports(whole)).not.toContain("WHERE status = 'active')");
  });

  test('where nothing is published to look at, a file is judged by what is in the bundle alone', () => {
    const codes = (staged: readonly Entity[], entity: Entity) =>
      checksOf(context(staged, { live: false }), entity).map(
        ({ report }) => report.match(/'((?:JP|RH)-[^']+)'/)?.[1],
      );
    expect(codes([getEntity('enrollments')], getEntity('enrollments'))).toEqual([
      'JP-C-004',
      'JP-EN-008',
      'JP-EN-015',
    ]);
    expect(codes([getEntity('demographics')], getEntity('demographics'))).toEqual(['JP-C-004']);
    expect(codes([getEntity('users')], getEntity('users'))).toEqual(['JP-C-004', 'JP-US-017', 'JP-US-012']);
    for (const entity of entityList) {
      for (const { count, report } of checksOf(context(entityList, { live: false }), entity)) {
        expect(count + report, entity.name).not.toMatch(/(FROM|JOIN) "/);
      }
    }
  });

  test('a rule that is off costs nothing', () => {
    const rulebook = createRulebook(base);
    const codes = entityList.flatMap((entity) =>
      checksOf(context(entityList, { rulebook }), entity).map(
        ({ report }) => report.match(/'((?:JP|RH)-[^']+)'/)?.[1],
      ),
    );
    expect(codes).toContain('JP-OR-010');
    for (const code of ['JP-F-006', 'JP-OR-011', 'JP-US-012', 'JP-EN-012', 'JP-EN-015', 'JP-EN-016']) {
      expect(codes).not.toContain(code);
    }
  });

  test('diff.sql: what a publication will do, and whom it moves', async () => {
    const moves = (entity: Entity) =>
      Object.values(entity.embeds).map((embed) =>
        embed.kind === 'objects'
          ? ownerMoves(whole, getEntity(embed.entity), entity, embed.by)
          : parentMoves(whole, entity, embed.by),
      );
    const absent = `-- an absent file\n${diffStatement(context([]), getEntity('users'))};\n`;
    const text = parted((entity) => [diffStatement(whole, entity), ...moves(entity)]);
    await expect(`${text}\n${absent}`).toMatchFileSnapshot('__snapshots__/diff.sql');
  });

  test('publish.sql: the writes of a publication', async () => {
    const text = parted((entity) =>
      publishStatements(whole, entity, { c: 1, u: 2, r: 0, d: 3, m: 4 }).map(
        (statement) => `-- ${statement.rows} rows\n${statement.text}`,
      ),
    );
    await expect(text).toMatchFileSnapshot('__snapshots__/publish.sql');
  });

  test('delta.sql: delta files of users and roles, in a bundle without the others', async () => {
    const users = getEntity('users');
    const roles = getEntity('roles');
    const delta = context([users, roles], { deltas: new Set([users, roles]) });
    const text = [users, roles].map((entity) => {
      const checks = checksOf(delta, entity).flatMap(({ count, report }) => [count, report]);
      const writes = publishStatements(delta, entity, { c: 1, u: 2, r: 0, d: 3, m: 4 }, true);
      const statements = [...checks, diffStatement(delta, entity), ...writes.map((one) => one.text)];
      return `-- ${entity.name}\n${statements.join(';\n\n')};\n`;
    });
    text.push(`${ownerMoves(delta, roles, users, 'user')};\n`);
    await expect(text.join('\n')).toMatchFileSnapshot('__snapshots__/delta.sql');
  });

  test('conflicts.sql: rows of records that another source owns', async () => {
    const text = (['keep', 'takeOver'] as const).flatMap((onConflict) => {
      const rulebook = createRulebook(japan, { ...defaultSettings, onConflict });
      const settled = context(entityList, { rulebook });
      const [users, roles] = [getEntity('users'), getEntity('roles')];
      const checks = [users, roles].flatMap((entity) => conflictChecks(settled, entity));
      return [
        `-- ${onConflict}`,
        ...checks.map((one) => one?.report),
        yieldStatement(settled, users, true),
        ...(onConflict === 'keep' ? [yieldStatement(settled, users, false)] : []),
      ];
    });
    await expect(`${text.join(';\n\n')};\n`).toMatchFileSnapshot('__snapshots__/conflicts.sql');
  });

  test('leave-out.sql: what hangs on rows that are left out, in bulk files and in delta files', async () => {
    const kinds: Record<string, readonly Entity[]> = { bulk: [], delta: entityList };
    const text = Object.entries(kinds).flatMap(([kind, deltas]) => {
      const skipping = { ...context(entityList, { deltas: new Set(deltas) }), kept: new Set(entityList) };
      const some = links.filter(({ from }) => ['classes', 'users', 'demographics'].includes(from.name));
      const statements = [
        ...some.flatMap((link) => [leaveOutReferring(skipping, link), leaveOutDeletions(skipping, link)]),
        ...ownerships.flatMap((one) => [leaveOutBereft(skipping, one), leaveOutTaken(skipping, one)]),
      ];
      const keeping = [
        ...some.map((link) => keepNamed(skipping, link)),
        ...ownerships.map((one) => keepOwned(skipping, one)),
        keepRest(skipping, getEntity('users')),
        diffStatement(skipping, getEntity('users')),
      ];
      return [`-- ${kind}`, ...statements, ...(kind === 'bulk' ? keeping : [])];
    });
    await expect(`${text.join(';\n\n')};\n`).toMatchFileSnapshot('__snapshots__/leave-out.sql');
  });

  test('a publication writes nothing where nothing changes', () => {
    for (const entity of entityList) {
      expect(publishStatements(whole, entity, { c: 0, u: 0, r: 0, d: 0, m: 0 })).toEqual([]);
    }
  });
});
