import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entities } from '../../src/model/entities/index.ts';
import { operators } from '../../src/query/filter.ts';
import { parseListQuery } from '../../src/query/list-query.ts';
import { type BoardHub, startBoardHub } from '../support/board-hub.ts';

const service = '/ims/oneroster/rostering/v1p2';
const readings = { unknownFields: 'reject', unknownSort: 'ignore' } as const;
let hub: BoardHub;

beforeAll(async () => {
  hub = await startBoardHub({ people: 40, seed: 8 });
});

afterAll(() => hub.stop());

const served = Object.values(entities).filter(({ ownedBy }) => ownedBy === undefined);
const entity = fc.constantFrom(...served);
const metadata = [
  'metadata.jp.kanaFamilyName',
  'metadata.jp.shussekiNo',
  'metadata.a.b',
  'metadata.\0',
  'metadata.é',
];
const embedded = [
  'roles.role',
  'roles.beginDate',
  'userProfiles.profileId',
  'userIds.type',
  'children',
  'password',
];

/** Names that are mostly fields, so that most queries reach the database. */
const nameOf = (names: readonly string[]) =>
  fc.constantFrom('sourcedId', 'status', 'dateLastModified', ...names, ...metadata, ...embedded);
const awkward = fc.constantFrom(
  ...[
    '',
    '\0',
    'a\0b',
    '%',
    '_',
    '\\',
    "''",
    '"',
    '{}',
    '{a,b}',
    ',',
    'NULL',
    '\u{1F600}',
    '\uD800',
    '𠮷',
    'ﷺ',
  ],
  ...[
    '0000-01-01',
    '0001-01-01T00:00:00+14:00',
    '9999-12-31T23:59:59-14:00',
    '2026-02-29',
    '2026-04-01',
    '1',
  ],
  ...['-1', '2147483648', '999999999', 'true', 'false', '1e3', 'NaN', 'infinity', 'now', 'a'.repeat(1_500)],
);
const value = fc.oneof(awkward, fc.string({ unit: 'binary', maxLength: 20 }), fc.string({ maxLength: 8 }));

const query = entity.chain((one) => {
  const name = nameOf(one.columns.map((column) => column.name));
  const clause = fc
    .tuple(name, fc.constantFrom(...operators), value, fc.constantFrom(true, true, true, false))
    .map(([field, operator, text, quoted]) =>
      quoted ? `${field}${operator}'${text.replaceAll("'", "''")}'` : `${field}${operator}${text}`,
    );
  const filter = fc
    .array(clause, { minLength: 1, maxLength: 2 })
    .chain((clauses) => fc.constantFrom(' AND ', ' OR ').map((join) => clauses.join(join)));
  const pairs = fc.record(
    {
      filter,
      sort: fc.oneof(name, value),
      orderBy: fc.constantFrom('asc', 'desc', 'asc', 'desc', ''),
      fields: fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join(',')),
      limit: fc.constantFrom('1', '2', '10000', '2147483647', '0'),
      offset: fc.constantFrom('0', '1', '2147483647', '-1'),
    },
    { requiredKeys: [] },
  );
  return pairs.map((parameters) => ({ entity: one, search: new URLSearchParams(parameters) }));
});

test('10,000 odd queries are answered or refused, and none is a fault of the hub', async () => {
  const all = fc.sample(query, 10_000);
  const counts = new Map<number, number>();
  const ask = async ({ entity: of, search }: (typeof all)[number]) => {
    const response = await hub.client.get(`${service}/${of.name}?${search}`);
    const text = await response.text();
    counts.set(response.status, (counts.get(response.status) ?? 0) + 1);
    expect([200, 400], `${of.name}?${search} ${text.slice(0, 200)}`).toContain(response.status);
  };
  // What the parser refuses never reaches the database; one in ten of those is enough.
  const asked = all.filter(({ entity: of, search }, index) => {
    try {
      parseListQuery(search, of, readings);
      return true;
    } catch {
      return index % 10 === 0;
    }
  });
  let next = 0;
  const worker = async () => {
    for (let one = asked[next]; one !== undefined; one = asked[next]) {
      next += 1;
      await ask(one);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  // Both ways are taken often.
  expect(counts.get(200)).toBeGreaterThan(500);
  expect(counts.get(400)).toBeGreaterThan(300);
}, 180_000);
