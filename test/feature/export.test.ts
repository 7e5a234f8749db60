import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { unzipFiles } from '../../scripts/board/zip-files.ts';
import { EditableBundle } from '../support/editable-bundle.ts';
import { recordsOf, streamed, streamedFiles } from '../support/exports.ts';
import { newSeed } from '../support/random-board.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';
import { validationOf } from '../support/validations.ts';

const board = { people: 200, seed: 6 };

/** Lines in any order: an export is in the order of sourcedIds. */
const sorted = (text = '') => text.split('\r\n').toSorted();
const textsOf = async (zip: Buffer) =>
  new Map([...(await unzipFiles(zip))].map(([name, bytes]) => [name, bytes.toString()]));

let hub: TestHub;
let zip: Buffer;

beforeAll(async () => {
  hub = await startTestHub();
  zip = await boardBuffer(board);
  expect(await hub.client.importZip(zip)).toMatchObject({ state: 'published', issues: { warnings: 0 } });
});

afterAll(() => hub.stop());

test('what was imported comes back, file by file and value by value, and a second hub gives the same bytes', async () => {
  const sent = await textsOf(zip);
  const exported = await streamed(hub.client);
  const files = await textsOf(exported);
  expect([...files.keys()].toSorted()).toEqual([...sent.keys()].toSorted());
  for (const [name, text] of files) {
    if (name !== 'manifest.csv') expect(sorted(text), name).toEqual(sorted(sent.get(name)));
  }
  expect((await streamed(hub.client)).equals(exported)).toBe(true);

  await using second = await startTestHub();
  expect(await second.client.importZip(exported)).toMatchObject({
    state: 'published',
    issues: { errors: 0, warnings: 0 },
  });
  expect(await streamedFiles(second.client)).toEqual(files);
});

test('the files are as the profile has them: bare header, quoted values, CRLF, no mark, blank state, a whole manifest', async () => {
  const answer = await hub.client.get('/csv/export');
  expect(answer.headers.get('content-type')).toBe('application/zip');
  expect(answer.headers.get('content-disposition')).toMatch(/filename="RO_\d{8}_\d{6}\.zip"/);
  expect(answer.headers.get('x-export-notes')).toBe('0');
  expect(answer.headers.get('x-publication-id')).toBe('1');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const files = await textsOf(Buffer.from(await answer.arrayBuffer()));
  expect([...files.keys()]).toEqual([
    'manifest.csv',
    'orgs.csv',
    'academicSessions.csv',
    'courses.csv',
    'classes.csv',
    'users.csv',
    'userProfiles.csv',
    'roles.csv',
    'enrollments.csv',
    'demographics.csv',
  ]);
  for (const [name, text] of files) {
    const [header = '', ...lines] = text.split('\r\n');
    expect(header, name).toMatch(/^[A-Za-z.,]+$/);
    expect(lines.pop(), name).toBe('');
    expect(lines.length, name).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/^"(?:[^"\r\n]|"")*"(?:,"(?:[^"\r\n]|"")*")*$/);
  }
  for (const record of recordsOf(files.get('users.csv') ?? '')) {
    expect(record).toMatchObject({ status: '', dateLastModified: '', enabledUser: 'true', password: '' });
  }
  const manifest = recordsOf(files.get('manifest.csv') ?? '');
  expect(manifest).toHaveLength(25);
  expect(manifest.filter(({ propertyName }) => propertyName?.startsWith('file.'))).toHaveLength(21);
  expect(manifest.filter(({ value }) => value === 'bulk')).toHaveLength(9);
  expect(manifest.find(({ propertyName }) => propertyName === 'oneroster.version')?.value).toBe('1.2_JP');
  const head = await fetch(`${hub.client.url}/csv/export`, {
    method: 'HEAD',
    headers: { authorization: `Bearer ${hub.client.key}` },
  });
  expect([head.status, await head.text()]).toEqual([200, '']);
});

test.each([
  ['japan-1.0', '1.2_JP'],
  ['japan-1.2.1', '1.2'],
  ['japan-2-rev2', '1.2'],
  ['base-1.2.1', '1.2'],
])('our own validator finds nothing in an export under %s', async (profile, version) => {
  const exported = await streamed(hub.client, `profile=${profile}`);
  const manifest = recordsOf((await textsOf(exported)).get('manifest.csv') ?? '');
  expect(manifest.find(({ propertyName }) => propertyName === 'oneroster.version')?.value).toBe(version);
  const fields: Record<string, string> =
    profile === 'base-1.2.1' ? { profile } : { profile, interoperability: 'true' };
  expect(await validationOf(hub.client, exported, { fields })).toMatchObject({
    profile,
    issues: [],
    ok: true,
  });
});

/** What a person's name may be made of: rare kanji, quotes, commas, what looks like a formula or an escape. */
const anyName = fc
  .string({
    unit: fc.constantFrom(
      '𠮷',
      '﨑',
      '髙',
      '𩸽',
      'ゔ',
      '々',
      'ー',
      '"',
      '""',
      ',',
      "'",
      '=',
      '\\',
      '\\.',
      'é',
      'A',
      '＝',
      '\t',
    ),
    minLength: 1,
    maxLength: 12,
  })
  .map((text) => `x${text}x`);

/** `{type:identifier},…`, from none to four. */
const anyUserIds = fc
  .array(fc.constantFrom('{Koumu:髙 1}', '{MS:a"b@x.jp}', "{Google:=1'}", '{LDAP:\\n}'), { maxLength: 4 })
  .map((pairs) => pairs.join(','));

const anyUser = fc.record({
  givenName: anyName,
  familyName: anyName,
  identifier: anyName,
  userIds: anyUserIds,
});

test('any value that was imported is exported as it was', { timeout: 240_000 }, async () => {
  const seed = newSeed();
  await using base = await startTestHub();
  const original = await EditableBundle.of(await boardBuffer({ people: 20, seed: 3, layer: 'base' }));
  const lines = original.lines('users.csv').length - 2;
  await fc.assert(
    fc.asyncProperty(fc.array(anyUser, { minLength: lines, maxLength: lines }), async (users) => {
      const bundle = original.copy();
      for (const [row, user] of users.entries()) bundle.set('users.csv', row + 2, user);
      expect(await base.client.importZip(await bundle.zip(), '校務')).toMatchObject({ state: 'published' });
      const files = await streamedFiles(base.client, 'profile=base-1.2.1');
      expect(sorted(files.get('users.csv'))).toEqual(sorted(bundle.files.get('users.csv')?.toString()));
    }),
    { seed, numRuns: 5 },
  );
});
