import { expect, test } from 'vitest';
import { draw } from '../../scripts/board/random.ts';
import { editBundle } from '../support/bundle-edit.ts';
import { exported, recordsOf, streamed, streamedFiles } from '../support/exports.ts';
import { newSeed, randomBoard } from '../support/random-board.ts';
import { startTestHub } from '../support/test-hub.ts';

type Files = ReadonlyMap<string, string>;
type Records = Map<string, Map<string, string>>;

/** Records of an export by file and sourcedId; what a delta alone says is blank, as in a bulk file. */
function heldBy(files: Files): Records {
  const held: Records = new Map();
  apply(held, files);
  return held;
}

/** What a receiver does with the files of an export. */
function apply(held: Records, files: Files): void {
  for (const [name, text] of files) {
    if (name === 'manifest.csv') continue;
    const rows = held.get(name) ?? new Map<string, string>();
    held.set(name, rows);
    for (const { sourcedId = '', status, ...cells } of recordsOf(text)) {
      if (status === 'tobedeleted') rows.delete(sourcedId);
      else rows.set(sourcedId, JSON.stringify({ ...cells, dateLastModified: '' }));
    }
    if (rows.size === 0) held.delete(name);
  }
}

/** A board on which people have moved, and some users are disabled: they leave exports without leaving the roster. */
async function nextBoard(seed: number, turn: number): Promise<Buffer> {
  return editBundle(await randomBoard(seed, turn, { people: 120 }), {
    'users.csv': (rows) =>
      rows.map((row) =>
        draw(seed, `disabled ${turn} ${row.sourcedId}`) < 0.04 ? { ...row, enabledUser: 'false' } : row,
      ),
  });
}

const instants = (files: Files) =>
  [...files].flatMap(([name, text]) =>
    name === 'manifest.csv' ? [] : recordsOf(text).map(({ dateLastModified = '' }) => dateLastModified),
  );

test('deltas lead a receiver from any roster to any later one, here and in another hub', {
  timeout: 240_000,
}, async () => {
  const seed = newSeed();
  await using hub = await startTestHub();
  await using other = await startTestHub();
  const bulks: { readonly id: number; readonly at: string; readonly files: Files }[] = [];
  for (let turn = 1; turn <= 4; turn += 1) {
    const { publication } = await hub.client.importZip(await nextBoard(seed, turn), '校務');
    if (publication === null) throw new Error(`seed ${seed}, turn ${turn}: nothing was published`);
    bulks.push({ id: publication.id, at: publication.publishedAt, files: await streamedFiles(hub.client) });
    const from = bulks.at(-2);
    const delta = await streamed(
      hub.client,
      from === undefined ? 'mode=delta' : `mode=delta&since=${from.id}`,
    );
    const followed = await other.client.importZip(delta, '校務');
    expect(
      followed,
      `seed ${seed}: ${JSON.stringify((await other.client.issuesOf(followed.id)).filter(({ level }) => level === 'error'))}`,
    ).toMatchObject({
      state: 'published',
      issues: { errors: 0 },
    });
    expect(await streamedFiles(other.client), `seed ${seed}, turn ${turn}`).toEqual(bulks.at(-1)?.files);
  }
  const disabled = (await exported(hub.client)).notes.find(({ rule }) => rule === 'disabled_user');
  expect(disabled?.rows, `seed ${seed}`).toBeGreaterThan(0);
  for (const [index, from] of bulks.entries()) {
    // Every kept roster can be had again, and its export has the same bytes.
    expect(await streamedFiles(hub.client, `asOf=${from.id}`)).toEqual(from.files);
    expect(await streamedFiles(hub.client, `asOf=${encodeURIComponent(from.at)}`)).toEqual(from.files);
    for (const to of bulks.slice(index)) {
      const delta = await streamedFiles(hub.client, `mode=delta&since=${from.id}&asOf=${to.id}`);
      const held = heldBy(from.files);
      apply(held, delta);
      expect(held, `seed ${seed}, ${from.id} to ${to.id}`).toEqual(heldBy(to.files));
      for (const at of instants(delta))
        expect(at > from.at && at <= to.at, `${from.at} ${at} ${to.at}`).toBe(true);
      if (from === to) expect([...delta.keys()]).toEqual(['manifest.csv']);
    }
  }
});

test('a delta without a beginning is everything, and one from an instant before the first publication too', async () => {
  await using hub = await startTestHub();
  await hub.client.importZip(await randomBoard(7, 1, { people: 40 }), '校務');
  const all = await streamedFiles(hub.client, 'mode=delta');
  expect(await streamedFiles(hub.client, 'mode=delta&since=2020-01-01T00:00:00Z')).toEqual(all);
  expect(await streamedFiles(hub.client, 'mode=delta&since=0')).toEqual(all);
  expect(heldBy(all)).toEqual(heldBy(await streamedFiles(hub.client)));
  const manifest = recordsOf(all.get('manifest.csv') ?? '');
  expect(manifest.find(({ propertyName }) => propertyName === 'file.users')?.value).toBe('delta');
  for (const { status, dateLastModified } of recordsOf(all.get('users.csv') ?? '')) {
    expect(status).toBe('active');
    expect(dateLastModified).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  }
  const codeOf = async (query: string) => {
    const answer = await hub.client.get(`/csv/export?${query}`);
    return [answer.status, JSON.parse(await answer.text()).error.code];
  };
  expect(await codeOf('mode=delta&since=9')).toEqual([404, 'unknown_publication']);
  expect(await codeOf('since=1')).toEqual([400, 'invalid_parameter']);
  expect(await codeOf('asOf=9')).toEqual([404, 'unknown_publication']);
});
