import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { unzipFiles } from '../../scripts/board/zip-files.ts';
import { editBundle } from '../support/bundle-edit.ts';
import type { OneRosterRecord } from '../support/hub-client.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

let hub: TestHub;
let board: Buffer;

beforeAll(async () => {
  hub = await startTestHub();
  board = await boardBuffer({ people: 1_500, seed: 21 });
});

afterAll(() => hub.stop());

/** Kanji of the planes beyond the first: two UTF-16 units, four bytes. */
const kanji = Array.from('𠮷𠀋𡈽𠮟𡌛𡑮𡢽𠮷𪚲𩸽𩹉𥧄𦾔𪘂𠂉𡚴𡉴𡸴𣇄𣗄𣜿𣝣𣳾𤟱𥒎𥔎𥝱𥶡𦥑𧃴');

/** A name of `length` four-byte kanji, another one for each number. */
function kanjiName(number: number, length: number): string {
  return Array.from(
    { length },
    (_, at) => kanji[(number * 7 + at * 3 + (number >> (at % 5))) % kanji.length],
  ).join('');
}

const nameColumns = ['givenName', 'familyName', 'middleName', 'preferredGivenName', 'preferredFamilyName'];
const kanaColumns = ['kanaGivenName', 'kanaFamilyName', 'kanaMiddleName'];

/** Every name column of every user, by sourcedId. */
function namesOf(users: readonly OneRosterRecord[]): Map<string, readonly unknown[]> {
  return new Map(
    users.map((user) => {
      const jp = Object.entries(user.metadata ?? {}).find(([name]) => name === 'jp')?.[1] ?? {};
      const { givenName, familyName, middleName, preferredFirstName, preferredLastName } = user;
      return [
        user.sourcedId,
        [
          ...[givenName, familyName, middleName, preferredFirstName, preferredLastName],
          ...kanaColumns.map((name) => jp[name]),
        ],
      ];
    }),
  );
}

describe.each([
  { stored: false, form: 'deflated' },
  { stored: true, form: 'stored' },
])('names of four-byte kanji only, in a $form file of more than 2 MiB', ({ stored }) => {
  // Whatever the chunk size, of four files shifted by one byte each at least three are cut inside a character.
  test.each([0, 1, 2, 3])('arrive byte for byte when shifted by %i bytes', async (shift) => {
    const wanted = new Map<string, readonly string[]>();
    const zip = await editBundle(
      board,
      {
        'users.csv': (rows) =>
          rows.map((row, index) => {
            const names = [...nameColumns, ...kanaColumns].map((_, at) =>
              kanjiName(index * 8 + at + shift, 40),
            );
            wanted.set(row.sourcedId ?? '', names);
            return {
              ...row,
              ...Object.fromEntries(nameColumns.map((column, at) => [column, names[at] ?? ''])),
              ...Object.fromEntries(
                kanaColumns.map((column, at) => [
                  `metadata.jp.${column}`,
                  names[at + nameColumns.length] ?? '',
                ]),
              ),
              ...(index === 0 ? { pronouns: 'x'.repeat(1 + shift) } : {}),
            };
          }),
      },
      { stored },
    );
    expect((await unzipFiles(zip)).get('users.csv')?.length).toBeGreaterThan(2 * 1024 ** 2);
    expect(await hub.client.importZip(zip)).toMatchObject({ state: 'published', issues: { errors: 0 } });
    const { records } = await hub.client.walk('users', 'limit=500');
    const found = namesOf(records);
    const wrong = [...wanted].filter(([id, names]) => found.get(id)?.join('|') !== names.join('|'));
    expect(found.size).toBe(wanted.size);
    expect(wrong.slice(0, 2).map(([id, names]) => [id, names, found.get(id)])).toEqual([]);
  });
});

const awkward: Readonly<Record<string, string>> = {
  'a tab': '山\t田',
  'a backslash': '山\\田',
  'a backslash at the end': '山田\\',
  'the null sign of COPY': '\\N',
  'the end sign of COPY': '\\.',
  'an escape that is none': '\\n\\t\\x41\\u5c71',
  'double quotes': '"山"田""',
  'single quotes and dollars': "O'Brien''; $1 $$ -- 山",
  'leading and trailing spaces': '  山田 　',
  braces: '{山}{"田"}',
  'only braces': '{}',
  commas: ',山,,田,',
  'a line feed': '山\n田\n',
  'the word null': 'NULL',
  'a formula': '=1+1',
  'a JSON text': '{"a":[1,"\\u0000"]}',
  HTML: '<b>&amp;',
  'percent and slash': '100%25/..?#',
  'joined emoji': '👨‍👩‍👧‍👦🇯🇵',
  'a variation selector': '葛\u{E0100}辻\uFE00',
  'decomposed kana': 'か\u3099は\u309A',
  'half-width kana': 'ﾔﾏﾀﾞ',
  'line and paragraph separators': '山\u2028田\u2029',
  'a no-break space and a mark of direction': '\u00A0山\u200F田\uFEFF',
  'control characters': '\u0001\u000B\u001F\u007F\u0085',
};

describe('every awkward text arrives as it was', () => {
  const texts = Object.entries(awkward);

  test('as a name, as a kana name, as a class title and as an element of a list', async () => {
    const wanted = new Map<string, string>();
    const set = (column: string) => (rows: Record<string, string>[]) =>
      rows.map((row, index) => {
        const text = texts[index]?.[1];
        if (text === undefined) return row;
        wanted.set(`${column} ${row.sourcedId}`, text);
        return { ...row, [column]: text };
      });
    const lists = texts.filter(([, text]) => !text.includes(','));
    const zip = await editBundle(board, {
      'users.csv': (rows) => set('metadata.jp.kanaGivenName')(set('givenName')(rows)),
      'classes.csv': set('title'),
      'courses.csv': (rows) =>
        rows.map((row, index) =>
          index === 0
            ? {
                ...row,
                subjects: lists.map(([, text]) => text).join(','),
                subjectCodes: lists.map(() => 'P010').join(','),
              }
            : row,
        ),
    });
    const ended = await hub.client.importZip(zip);
    expect(ended, JSON.stringify(await hub.client.issuesOf(ended.id)).slice(0, 2_000)).toMatchObject({
      state: 'published',
      issues: { errors: 0 },
    });
    const users = (await hub.client.walk('users', 'limit=1000')).records;
    const classes = (await hub.client.walk('classes', 'limit=1000')).records;
    const found = new Map<string, unknown>([
      ...users.map((user): [string, unknown] => [`givenName ${user.sourcedId}`, user.givenName]),
      ...users.map((user): [string, unknown] => [
        `metadata.jp.kanaGivenName ${user.sourcedId}`,
        namesOf([user]).get(user.sourcedId)?.[nameColumns.length],
      ]),
      ...classes.map((one): [string, unknown] => [`title ${one.sourcedId}`, one.title]),
    ]);
    for (const [place, text] of wanted) expect(found.get(place), place).toBe(text);
    const courses = (await hub.client.walk('courses', 'limit=1000')).records;
    expect(courses.map((course) => course.subjects)).toContainEqual(lists.map(([, text]) => text));
  });
});
