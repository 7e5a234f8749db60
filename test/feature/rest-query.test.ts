import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BoardHub, startBoardHub } from '../support/board-hub.ts';
import type { OneRosterRecord } from '../support/hub-client.ts';
import { compareCode, type FieldOfModel, matches, sorted } from '../support/roster-model.ts';

const layers = ['japan', 'base'] as const;
const service = '/ims/oneroster/rostering/v1p2';

const fields = {
  users: [
    ['sourcedId', 'exact'],
    ['status', 'exact'],
    ['familyName', 'text'],
    ['givenName', 'text'],
    ['middleName', 'text'],
    ['username', 'text'],
    ['email', 'text'],
    ['identifier', 'text'],
    ['enabledUser', 'flag'],
    ['grades', 'list'],
    ['primaryOrg.sourcedId', 'exact'],
    ['agents.sourcedId', 'refs'],
    ['userIds.type', 'text'],
    ['userIds.identifier', 'text'],
    ['roles.role', 'exact'],
    ['roles.roleType', 'exact'],
    ['roles.org.sourcedId', 'exact'],
    ['roles.beginDate', 'date'],
    ['userProfiles.profileId', 'exact'],
    ['userProfiles.vendorId', 'text'],
    ['metadata.jp.kanaFamilyName', 'text'],
    ['metadata.jp.homeClass', 'exact'],
  ],
  classes: [
    ['title', 'text'],
    ['classType', 'exact'],
    ['grades', 'list'],
    ['subjects', 'list'],
    ['course.sourcedId', 'exact'],
    ['school', 'exact'],
    ['terms.sourcedId', 'refs'],
    ['metadata.jp.specialNeeds', 'flag'],
  ],
  enrollments: [
    ['role', 'exact'],
    ['primary', 'flag'],
    ['beginDate', 'date'],
    ['endDate', 'date'],
    ['user.sourcedId', 'exact'],
    ['metadata.jp.shussekiNo', 'integer'],
  ],
  orgs: [
    ['name', 'text'],
    ['type', 'exact'],
    ['identifier', 'text'],
    ['parent.sourcedId', 'exact'],
    ['children.sourcedId', 'exact'],
  ],
  academicSessions: [
    ['title', 'text'],
    ['schoolYear', 'text'],
    ['startDate', 'date'],
    ['type', 'exact'],
    ['children', 'exact'],
  ],
  demographics: [
    ['birthDate', 'date'],
    ['sex', 'exact'],
  ],
} as const satisfies Record<string, readonly (readonly [string, FieldOfModel['kind']])[]>;

type Name = keyof typeof fields;

const operatorsOf: Readonly<Record<FieldOfModel['kind'], readonly string[]>> = {
  text: ['=', '!=', '>', '>=', '<', '<=', '~'],
  exact: ['=', '!=', '>', '>=', '<', '<=', '~'],
  date: ['=', '!=', '>', '>=', '<', '<='],
  integer: ['=', '!=', '>', '>=', '<', '<='],
  flag: ['=', '!='],
  list: ['=', '!=', '~'],
  refs: ['=', '!=', '~'],
};

interface Board {
  readonly hub: BoardHub;
  readonly records: Readonly<Record<Name, readonly OneRosterRecord[]>>;
  readonly rank: (text: string) => number;
}
const boards: Partial<Record<(typeof layers)[number], Board>> = {};

/** Every text in a value, keys left out. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** Texts that no record has, to be compared with. */
const strangers = [
  '',
  ' ',
  'a',
  'A',
  'z',
  'Ａ',
  '髙',
  '𠮷',
  'ｶﾅ',
  'カナ',
  "O'Hara",
  '%',
  '_',
  '\\',
  'é',
  'ß',
  '0',
  '~',
];

async function startBoard(layer: (typeof layers)[number]): Promise<Board> {
  const hub = await startBoardHub({ people: 260, seed: 23, layer });
  const entries = await Promise.all(
    Object.keys(fields).map(async (name) => [name, (await hub.client.walk(name, 'limit=10000')).records]),
  );
  const records = Object.fromEntries(entries) as Board['records'];
  const own = textsIn(records);
  const texts = [...new Set([...own, ...strangers].flatMap((text) => [text, text.toLowerCase()]))];
  const client = new pg.Client({ connectionString: hub.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ text: string }>(
    'SELECT text FROM unnest($1::text[]) text ORDER BY text COLLATE "und-x-icu"',
    [texts],
  );
  await client.end();
  const ranks = new Map(rows.map(({ text }, index) => [text, index]));
  const rank = (text: string) => {
    const found = ranks.get(text);
    if (found === undefined) throw new Error(`no rank for ${text}`);
    return found;
  };
  return { hub, records, rank };
}

beforeAll(async () => {
  for (const layer of layers) boards[layer] = await startBoard(layer);
});

afterAll(async () => {
  for (const board of Object.values(boards)) await board.hub.stop();
});

function boardOf(layer: (typeof layers)[number]): Board {
  const board = boards[layer];
  if (board === undefined) throw new Error(layer);
  return board;
}

/** Values of the field in the board, and strangers of its kind. */
function candidates(board: Board, name: Name, { name: field, kind }: FieldOfModel): string[] {
  const at = (value: unknown, path: readonly string[]): unknown[] => {
    if (Array.isArray(value)) return value.flatMap((one) => at(one, path));
    const [first, ...rest] = path;
    if (first === undefined || value === undefined) return value === undefined ? [] : [value];
    return at((value as Record<string, unknown>)[first], rest);
  };
  const own = board.records[name].flatMap((record) => at(record, field.split('.')));
  const texts = own.filter((one) => typeof one !== 'object').map(String);
  switch (kind) {
    case 'flag':
      return ['true', 'false'];
    case 'integer':
      return [...texts, '0', '-1', '40'];
    case 'date':
      return [...texts, '2026-04-01', '1999-12-31'];
    default:
      return [...texts, ...strangers];
  }
}

interface Clause {
  readonly field: FieldOfModel;
  readonly operator: string;
  readonly value: string;
}

const written = ({ field, operator, value }: Clause) =>
  `${field.name}${operator}'${value.replaceAll("'", "''")}'`;

/** A reference may be named by itself: the model's records have it as an object. */
const inModel = (field: FieldOfModel): FieldOfModel =>
  ['school', 'children'].includes(field.name) ? { ...field, name: `${field.name}.sourcedId` } : field;

function clauseOf(board: Board, name: Name): fc.Arbitrary<Clause> {
  return fc
    .constantFrom(...fields[name].map(([field, kind]): FieldOfModel => ({ name: field, kind })))
    .chain((field) => {
      const value = fc.constantFrom(...new Set(candidates(board, name, field)));
      const isList = field.kind === 'list' || field.kind === 'refs';
      // Not everything comes back from its capitals: ß does not.
      const cased = value.map((text) => {
        const capitals = text.toUpperCase();
        return field.kind === 'text' && capitals.toLowerCase() === text.toLowerCase() ? capitals : text;
      });
      const part = fc
        .tuple(value, fc.nat(3), fc.nat(3))
        .map(([text, from, length]) => [...text].slice(from, from + length + 1).join(''));
      return fc.constantFrom(...operatorsOf[field.kind]).chain((operator) => {
        const values = isList
          ? fc.array(
              value.filter((text) => text.trim() === text && text !== '' && !text.includes(',')),
              {
                minLength: 1,
                maxLength: 2,
              },
            )
          : (operator === '~' ? part : fc.oneof(value, cased)).map((text) => [text]);
        return values.map((given) => ({ field, operator, value: given.join(',') }));
      });
    });
}

async function found(
  board: Board,
  name: Name,
  parameters: Record<string, string>,
): Promise<OneRosterRecord[]> {
  const search = new URLSearchParams(parameters);
  const response = await board.hub.client.get(`${service}/${name}?${search}`);
  const text = await response.text();
  expect(response.status, `${search} ${text}`).toBe(200);
  return JSON.parse(text)[name];
}

const ids = (records: readonly OneRosterRecord[]) => records.map(({ sourcedId }) => sourcedId);

describe.each(layers)('on a %s board', (layer) => {
  test.each(Object.keys(fields) as Name[])(
    'random filters of %s find what a plain reading of the records finds',
    async (name) => {
      const board = boardOf(layer);
      const clause = clauseOf(board, name);
      const filter = fc.record({
        clauses: fc.array(clause, { minLength: 1, maxLength: 2 }),
        any: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(filter, async ({ clauses, any }) => {
          const text = clauses.map(written).join(any ? ' OR ' : ' AND ');
          const holds = (record: OneRosterRecord) => {
            const each = clauses.map(({ field, operator, value }) =>
              matches(record, inModel(field), operator, value, board.rank),
            );
            return any ? each.some(Boolean) : each.every(Boolean);
          };
          const wanted = ids(board.records[name].filter(holds));
          expect(ids(await found(board, name, { filter: text, limit: '10000' })), text).toEqual(
            wanted.toSorted(compareCode),
          );
        }),
        { numRuns: 150 },
      );
    },
  );

  test.each(Object.keys(fields) as Name[])('%s come in the order asked for, page by page', async (name) => {
    const board = boardOf(layer);
    for (const [field, kind] of fields[name]) {
      const one: FieldOfModel = { name: field, kind };
      const many =
        ['list', 'refs', 'flag'].includes(kind) || /^(userIds|roles|userProfiles|children)/.test(field);
      if (many) continue;
      for (const orderBy of ['asc', 'desc']) {
        const wanted = ids(sorted(board.records[name], inModel(one), orderBy === 'desc', board.rank));
        const limit = Math.ceil(wanted.length / 3);
        const walk = await board.hub.client.walk(name, `sort=${field}&orderBy=${orderBy}&limit=${limit}`);
        expect(ids(walk.records), `${field} ${orderBy}`).toEqual(wanted);
        const offset = String(limit - 1);
        const page = await found(board, name, { sort: field, orderBy, limit: '7', offset });
        expect(ids(page)).toEqual(wanted.slice(limit - 1, limit + 6));
      }
    }
  });

  test('selected fields are those and only those, of collections and of single records', async () => {
    const board = boardOf(layer);
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(
          ['sourcedId', 'status', 'dateLastModified', 'familyName', 'roles', 'grades', 'metadata'],
          {
            minLength: 1,
          },
        ),
        fc.nat(50),
        async (selected, offset) => {
          const pick = (record: OneRosterRecord) =>
            Object.fromEntries(Object.entries(record).filter(([name]) => selected.includes(name)));
          const fields = selected.join(',');
          const wanted = board.records.users.slice(offset, offset + 5);
          const page = await found(board, 'users', { fields, offset: String(offset), limit: '5' });
          expect(page).toEqual(wanted.map(pick));
          const [first] = wanted;
          const single = await board.hub.client.get(`${service}/users/${first?.sourcedId}?fields=${fields}`);
          expect(JSON.parse(await single.text())).toEqual({ user: first && pick(first) });
        },
      ),
      { numRuns: 30 },
    );
  });
});
