import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { describe, expect, test } from 'vitest';
import { endpoints } from '../../src/model/endpoints.ts';
import { entityList, getEntity } from '../../src/model/entities/index.ts';
import type { Entity } from '../../src/model/entity.ts';
import { checksOf, type StageContext } from '../../src/store/checks.ts';
import { diffStatement, ownerMoves, parentMoves } from '../../src/store/diff.ts';
import { publishStatements } from '../../src/store/publish.ts';
import { type ListPlan, listStatement } from '../../src/store/resources.ts';

const base = 'https://hub.example.jp/ims/oneroster/rostering/v1p2';
const collections = endpoints.filter(({ kind }) => kind === 'collection');

function textOf(statement: SQL): string {
  const { sql, params } = new PgDialect().sqlToQuery(statement);
  return `${sql};\n-- ${JSON.stringify(params)}\n`;
}

interface Variant {
  readonly asOf?: number;
  readonly plan?: Partial<ListPlan>;
}

function pageSql(operationId: string, { asOf, plan = {} }: Variant): string {
  const endpoint = collections.find((one) => one.operationId === operationId);
  if (endpoint === undefined) throw new Error(operationId);
  const whole: ListPlan = { endpoint, range: undefined, after: undefined, limit: 101, offset: 0, ...plan };
  return textOf(listStatement({ base, asOf }, whole));
}

describe('the SQL of a page', () => {
  const variants: Record<string, Variant> = {
    plain: {},
    offset: { plan: { offset: 300 } },
    delta: { plan: { range: { low: 17, high: 23 } } },
    'after a cursor': { plan: { after: 'usr-0042', range: { low: 17, high: 23 } } },
    'as of an older publication': { asOf: 23, plan: { after: 'usr-0042', range: { low: 17, high: 23 } } },
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

  test('orders by sourcedId and has every value that a caller gave as a parameter', () => {
    const given = { after: `'; DROP TABLE users; --`, range: { low: 987_654_321, high: 987_654_322 } };
    for (const { operationId } of collections) {
      const sql = pageSql(operationId, { plan: given, asOf: 987_654_323 }).split('\n-- ')[0] ?? '';
      expect(sql).not.toMatch(/DROP TABLE|98765432/);
      expect(sql.trimEnd()).toMatch(/ORDER BY e\.sourced_id;$/);
    }
  });
});

describe('the SQL of an import', () => {
  const importId = '00000000-0000-4000-8000-000000000001';
  const context = (staged: readonly Entity[]): StageContext => ({
    importId,
    sourceId: 7,
    staged: new Set(staged),
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
    const [alone] = [
      checksOf(context([enrollments]), enrollments)
        .map(({ report }) => report)
        .join('\n'),
    ];
    for (const table of ['classes', 'orgs', 'users']) {
      expect(alone).toContain(`(SELECT * FROM "${table}" WHERE status = 'active')`);
    }
    expect(
      checksOf(whole, enrollments)
        .map(({ report }) => report)
        .join('\n'),
    ).not.toContain("WHERE status = 'active')");
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
      publishStatements(whole, entity, { c: 1, u: 2, d: 3, m: 4 }).map(
        (statement) => `-- ${statement.rows} rows\n${statement.text}`,
      ),
    );
    await expect(text).toMatchFileSnapshot('__snapshots__/publish.sql');
  });

  test('a publication writes nothing where nothing changes', () => {
    for (const entity of entityList) {
      expect(publishStatements(whole, entity, { c: 0, u: 0, d: 0, m: 0 })).toEqual([]);
    }
  });
});
