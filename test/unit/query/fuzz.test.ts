import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RosterError } from '../../../src/errors.ts';
import { entityList } from '../../../src/model/entities/index.ts';
import { operators } from '../../../src/query/filter.ts';
import { parseListQuery } from '../../../src/query/list-query.ts';

const served = entityList.filter(({ ownedBy }) => ownedBy === undefined);
const names = served.flatMap(({ columns }) => columns.map(({ name }) => name));

/** Pieces that filters are made of, in any order and number. */
const piece = fc.oneof(
  fc.constantFrom(
    ...operators,
    "'",
    "''",
    ' ',
    '.',
    ',',
    'AND',
    ' AND ',
    ' OR ',
    '(',
    ')',
    '%27',
    '\\',
    '\0',
  ),
  fc.constantFrom(
    ...names,
    'sourcedId',
    'status',
    'dateLastModified',
    'roles.role',
    'metadata.jp.',
    '__proto__',
  ),
  fc.constantFrom("'2026-04-01'", '2026-04-01', "'true'", "'12'", 'constructor', 'toString', '9'.repeat(40)),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom(...names, "'", ' ', "a'", '.', '=', "''"), fc.nat(3_000))
    .map(([one, n]) => one.repeat(n)),
);
const name = fc.constantFrom('filter', 'sort', 'orderBy', 'fields', 'limit', 'offset', 'cursor', 'x');
const query = fc.array(fc.tuple(name, text), { maxLength: 5 });

test('any query string is understood or refused by name', () => {
  let refused = 0;
  fc.assert(
    fc.property(query, fc.constantFrom(...served), (pairs, entity) => {
      const search = new URLSearchParams(pairs);
      try {
        parseListQuery(search, entity, { unknownFields: 'reject', unknownSort: 'reject' });
      } catch (error) {
        if (!(error instanceof RosterError) || error.row.status !== 400) throw error;
        expect(error.texts.ja).not.toMatch(/\{\w+\}/);
        refused += 1;
      }
    }),
    { numRuns: 10_000 },
  );
  // Both ways are taken, so the queries are neither all nonsense nor all plain.
  expect(refused).toBeGreaterThan(1_000);
  expect(10_000 - refused).toBeGreaterThan(100);
});
