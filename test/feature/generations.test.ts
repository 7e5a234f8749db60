import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Layer } from '../../scripts/board/headers.ts';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import type { Where } from '../support/board-hub.ts';
import { EditableBundle } from '../support/editable-bundle.ts';
import type { ImportView } from '../support/hub-client.ts';
import { differences, type Roster, rosterOf } from '../support/roster.ts';
import { rosterPrint } from '../support/roster-print.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

const options = { people: 150, seed: 31 } as const;
const manifest = 'manifest.csv';
const required = ['academicSessions', 'classes', 'courses', 'enrollments', 'orgs', 'roles', 'users'];
const profileIds = {
  japan: 'japan-1.0',
  'japan-1.2.1': 'japan-1.2.1',
  'japan-2-rev2': 'japan-2-rev2',
  base: 'base-1.2.1',
} as const satisfies Record<Layer, string>;
const clean = { state: 'published', issues: { errors: 0, warnings: 0, byCode: {} } };
/** Names that only the readings of preferred names have; rev2 has no place for them. */
const kanaPreferred = /"kanaPreferred\w+":"[^"]*",?/g;

let hub: TestHub;
const boards = new Map<Layer, EditableBundle>();

beforeAll(async () => {
  hub = await startTestHub();
  for (const layer of ['japan', 'japan-1.2.1', 'japan-2-rev2', 'base'] as const) {
    boards.set(layer, await EditableBundle.of(await boardBuffer({ ...options, layer })));
  }
});

afterAll(() => hub.stop());

function board(layer: Layer): EditableBundle {
  const found = boards.get(layer);
  if (found === undefined) throw new Error(layer);
  return found.copy();
}

async function send(bundle: EditableBundle, fields: Record<string, string> = {}): Promise<ImportView> {
  return hub.client.importZip(await bundle.zip(), undefined, fields);
}

async function places(ended: ImportView): Promise<(readonly [...Where, string])[]> {
  const issues = await hub.client.issuesOf(ended.id);
  return issues.map(({ file, line, column, code, level }) => [file, line, column, code, level] as const);
}

function withoutKana(roster: Roster): Roster {
  const mended = [...roster].map(
    ([key, text]) => [key, text.replace(kanaPreferred, '').replace(/,}/g, '}')] as const,
  );
  return new Map(mended);
}

describe('one roster, written by each generation of the Japan profile', () => {
  let final: Roster;

  test('v1.2.1 is found by its headers, and the final profile then has nothing to change', async () => {
    const older = await send(board('japan-1.2.1'));
    expect(older).toMatchObject({ ...clean, profile: 'japan-1.2.1' });
    const print = await rosterPrint(hub.client);

    const newest = await send(board('japan'));
    expect(newest).toMatchObject({ ...clean, profile: 'japan-1.0' });
    for (const [file, counts] of Object.entries(newest.files)) {
      const unchanged = { created: 0, updated: 0, deleted: 0, unchanged: counts.rows };
      expect(counts, file).toMatchObject(unchanged);
    }
    expect(await rosterPrint(hub.client)).toBe(print);
    final = await rosterOf(hub.client);
    expect([...final.values()].some((text) => kanaPreferred.test(text))).toBe(true);
    expect([...final.values()].some((text) => text.includes('"shussekiNo":'))).toBe(true);
  });

  test('the second edition gives the same without the readings of preferred names', async () => {
    const second = await send(board('japan-2-rev2'));
    expect(second).toMatchObject({ ...clean, profile: 'japan-2-rev2' });
    const changed = Object.entries(second.files).filter(([, { updated }]) => updated > 0);
    expect(changed.map(([file]) => file)).toEqual(['users.csv']);
    expect(differences(await rosterOf(hub.client), withoutKana(final))).toEqual([]);
  });

  test.each(['japan', 'japan-1.2.1', 'japan-2-rev2'] as const)(
    '%s is clean for the interoperability model too',
    async (layer) => {
      const ended = await send(board(layer), { interoperability: 'true', profile: profileIds[layer] });
      expect(ended).toMatchObject({ ...clean, profile: profileIds[layer] });
    },
  );
});

test('a board of OneRoster 1.2.1 is read as such', async () => {
  await using other = await startTestHub();
  const zip = await board('base').zip();
  expect(await other.client.importZip(zip)).toMatchObject({ ...clean, profile: 'base-1.2.1' });
  const pinned = await other.client.importZip(zip, undefined, { profile: 'base-1.2.1' });
  expect(pinned).toMatchObject({ ...clean, profile: 'base-1.2.1' });
});

const version = (level = 'error') => [manifest, 3, 'value', 'JP-M-003', level] as const;
const header = (file: string, column: string, code: string, level = 'error') =>
  [file, 1, column, code, level] as const;
const numbers = (...columns: string[]) =>
  columns.map((column) => header('enrollments.csv', `metadata.jp.${column}`, 'JP-H-007'));
const readings = (code: string, level?: string) =>
  ['Family', 'Given', 'Middle'].map((part) =>
    header('users.csv', `metadata.jp.kanaPreferred${part}Name`, code, level),
  );
const resources = (code: string) => header('users.csv', 'resourceSourcedIds', code);

describe('a source that is pinned to one profile refuses the other generations', () => {
  test.each([
    ['japan-1.2.1', 'japan', [version(), ...numbers('ShussekiNo', 'PublicFlg')]],
    [
      'japan-2-rev2',
      'japan',
      [version(), resources('JP-H-008'), ...numbers('ShussekiNo', 'PublicFlg'), ...readings('JP-H-002')],
    ],
    ['japan', 'japan-1.2.1', [version(), ...numbers('shussekiNo', 'publicFlg')]],
    ['japan-2-rev2', 'japan-1.2.1', [resources('JP-H-008'), ...readings('JP-H-002')]],
    ['japan-1.2.1', 'japan-2-rev2', [resources('JP-H-002'), ...readings('JP-H-006', 'warning')]],
    [
      'japan',
      'japan-2-rev2',
      [
        version(),
        resources('JP-H-002'),
        ...readings('JP-H-006', 'warning'),
        ...numbers('shussekiNo', 'publicFlg'),
      ],
    ],
  ] as const)('a board of %s under %s', async (written, pinned, wanted) => {
    const before = await rosterPrint(hub.client);
    const ended = await send(board(written), { profile: profileIds[pinned] });
    expect(ended).toMatchObject({ state: 'rejected', profile: profileIds[pinned], publication: null });
    const found = await places(ended);
    expect(found.toSorted()).toEqual(wanted.toSorted());
    expect(await rosterPrint(hub.client)).toBe(before);
  });

  test.each(['japan', 'japan-1.2.1', 'japan-2-rev2'] as const)(
    'a base board under %s has none of its columns',
    async (pinned) => {
      const ended = await send(board('base'), { profile: profileIds[pinned] });
      expect(ended).toMatchObject({ state: 'rejected', profile: profileIds[pinned] });
      const found = await places(ended);
      expect(found.filter(([file]) => file === manifest)).toEqual(pinned === 'japan' ? [version()] : []);
      const missing = found.filter(([, , , code]) => code === 'JP-H-002').map(([, , column]) => column);
      expect(missing.length).toBe(pinned === 'japan-2-rev2' ? 8 : 10);
    },
  );
});

describe('a bundle of the final profile with a column of an older one', () => {
  test('that has its former name is told the new one (JP-H-007)', async () => {
    const bundle = board('japan').line('enrollments.csv', 1, (line) =>
      line.replace('metadata.jp.shussekiNo', 'metadata.jp.ShussekiNo'),
    );
    const ended = await send(bundle);
    expect(ended).toMatchObject({ state: 'rejected', profile: 'japan-1.0' });
    expect(await hub.client.issuesOf(ended.id)).toEqual([
      {
        seq: expect.any(Number),
        file: 'enrollments.csv',
        line: 1,
        column: 'metadata.jp.ShussekiNo',
        code: 'JP-H-007',
        level: 'error',
        message: {
          ja: '列 metadata.jp.ShussekiNo は、ほかの版の日本プロファイルでの名前です。',
          en: 'Column metadata.jp.ShussekiNo has its name of another edition of the Japan profile.',
        },
        expected: { ja: 'metadata.jp.shussekiNo', en: 'metadata.jp.shussekiNo' },
      },
    ]);
  });

  test('that only the second edition has is told to leave it out (JP-H-008)', async () => {
    const at = board('japan').lines('users.csv')[0]?.split(',').indexOf('preferredGivenName') ?? 0;
    const bundle = board('japan').edit('users.csv', (lines) =>
      lines.map((line, index) => {
        if (index === 0) return line.split(',').toSpliced(at, 0, 'resourceSourcedIds').join(',');
        return line === '' ? '' : line.split('","').toSpliced(at, 0, '').join('","');
      }),
    );
    const ended = await send(bundle);
    expect(ended).toMatchObject({ state: 'rejected', profile: 'japan-1.0' });
    expect(await hub.client.issuesOf(ended.id)).toEqual([
      {
        seq: expect.any(Number),
        file: 'users.csv',
        line: 1,
        column: 'resourceSourcedIds',
        code: 'JP-H-008',
        level: 'error',
        message: {
          ja: '列 resourceSourcedIds は日本プロファイル第 2 版だけの列です。',
          en: 'Column resourceSourcedIds is of the 2nd edition of the Japan profile only.',
        },
        expected: { ja: 'この列を除く', en: 'A file without this column.' },
      },
    ]);
  });
});

test.each(['japan-1.2.1', 'japan-2-rev2'] as const)(
  '%s that announces 1.2.1 is read, with a warning',
  async (layer) => {
    const ended = await send(board(layer).manifest('oneroster.version', '1.2.1'));
    expect(ended).toMatchObject({ state: 'published', profile: profileIds[layer] });
    expect(await places(ended)).toEqual([version('warning')]);
  },
);

describe('a bundle that is nothing but its manifest', () => {
  /** All files absent. */
  function alone(announced: string): EditableBundle {
    const bundle = board('japan');
    for (const file of [...bundle.files.keys()]) if (file !== manifest) bundle.remove(file);
    return bundle
      .edit(manifest, (lines) => lines.map((line) => line.replace('"bulk"', '"absent"')))
      .manifest('oneroster.version', announced);
  }
  const absent = required.map((file) => [`${file}.csv`, 0, '', 'JP-M-008', 'error'] as const);

  test('says under OneRoster 1.2.1 that nothing has changed', async () => {
    expect(await send(board('japan'))).toMatchObject(clean);
    const before = await rosterOf(hub.client, { stamped: true });
    const ended = await send(alone('1.2'));
    expect(ended).toMatchObject({ ...clean, profile: 'base-1.2.1', files: {} });
    expect(differences(await rosterOf(hub.client, { stamped: true }), before)).toEqual([]);
  });

  test.each([
    ['1.2_JP', undefined, 'japan-1.0', absent],
    ['1.2_JP', 'japan-1.0', 'japan-1.0', absent],
    ['1.2', 'japan-1.0', 'japan-1.0', [version(), ...absent]],
    ['1.2', 'japan-1.2.1', 'japan-1.2.1', absent],
    ['1.2', 'japan-2-rev2', 'japan-2-rev2', absent],
    ['1.2_JP', 'base-1.2.1', 'base-1.2.1', [version()]],
  ] as const)('%s, pinned to %s, is refused under %s', async (announced, pinned, profile, wanted) => {
    const ended = await send(alone(announced), pinned === undefined ? {} : { profile: pinned });
    expect(ended).toMatchObject({ state: 'rejected', profile });
    expect((await places(ended)).toSorted()).toEqual(wanted.toSorted());
  });
});
