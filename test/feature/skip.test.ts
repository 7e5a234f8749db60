import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import {
  placeOf,
  putRows,
  rosterFiles,
  rowsOf,
  withDependents,
  withoutPlaces,
} from '../support/bundle-rows.ts';
import { EditableBundle } from '../support/editable-bundle.ts';
import type { HubClient } from '../support/hub-client.ts';
import { differences, rosterOf } from '../support/roster.ts';
import { countsOf, faultyCells, importSkipping } from '../support/skipping.ts';
import { startTestHub } from '../support/test-hub.ts';

const options = { people: 60, seed: 5 };

async function freshClient(): Promise<HubClient> {
  const hub = await startTestHub();
  onTestFinished(() => hub.stop());
  return hub.client;
}

describe('a first import that skips', () => {
  test('has neither bad rows nor what hangs on them, and says why each is out', async () => {
    const board = await EditableBundle.of(await boardBuffer(options));
    const client = await freshClient();
    const rows = rowsOf(board);
    const guardian = board.find('roles.csv', 'role', 'guardian');
    const student = board.find('roles.csv', 'role', 'student');
    const ragged = board.find('users.csv', 'sourcedId', board.cell('roles.csv', student, 'userSourcedId'));
    const causes = new Set(['classes.csv 2', `roles.csv ${guardian}`, `users.csv ${ragged}`]);
    const bad = board
      .copy()
      .set('classes.csv', 2, faultyCells['classes.csv'] ?? {})
      .set('roles.csv', guardian, faultyCells['roles.csv'] ?? {})
      .line('users.csv', ragged, (line) => `${line},"more"`);
    const out = withDependents(rows, causes);
    const published = await importSkipping(client, bad);
    expect(published.state).toBe('published');
    const issues = await client.issuesOf(published.id);
    const left = issues.filter(({ code }) => code === 'RH-S-001');
    expect(new Set(left.map(({ file, line }) => `${file} ${line}`))).toEqual(
      new Set([...out].filter((place) => !causes.has(place))),
    );
    expect(published.issues).toEqual({
      errors: 3,
      warnings: left.length,
      byCode: { 'JP-CL-003': 1, 'JP-C-009': 1, 'JP-F-013': 1, 'RH-S-001': left.length },
    });
    const enrollment = left.find(
      ({ file, column }) => file === 'enrollments.csv' && column === 'classSourcedId',
    );
    const gone = board.cell('classes.csv', 2, 'sourcedId');
    expect(enrollment).toMatchObject({
      level: 'warning',
      message: {
        ja: `列 classSourcedId が指す classes.csv の「${gone}」が取り込まれないので、この行も除きました。`,
      },
    });
    for (const [file, all] of rows) {
      const rejected = all.filter((_row, index) => out.has(placeOf(file, index))).length;
      expect(published.files[file], file).toEqual(
        countsOf(all.length, { created: all.length - rejected, rejected }),
      );
    }
    const other = await freshClient();
    expect((await other.importZip(await withoutPlaces(board, out).zip())).state).toBe('published');
    expect(differences(await rosterOf(client), await rosterOf(other))).toEqual([]);
  });

  test('of which nothing would be left is rejected', async () => {
    const board = await EditableBundle.of(await boardBuffer(options));
    const client = await freshClient();
    for (const file of ['orgs.csv', 'academicSessions.csv']) {
      putRows(
        board,
        file,
        (rowsOf(board).get(file) ?? []).map((row) => ({ ...row, ...faultyCells[file] })),
      );
    }
    expect(await importSkipping(client, board)).toMatchObject({ state: 'rejected', publication: null });
  });

  test('of a board with random broken rows equals that of the board without them and their dependents', {
    timeout: 300_000,
  }, async () => {
    const zip = await boardBuffer({ people: 30, seed: 8 });
    const broken = fc.record({
      // Wider files more often: without an org hardly anything is left.
      file: fc.constantFrom(...rosterFiles, ...rosterFiles.slice(3), ...rosterFiles.slice(4)),
      at: fc.nat(),
      how: fc.constantFrom('cell', 'cell', 'ragged', 'nameless'),
    });
    const property = fc.asyncProperty(fc.array(broken, { minLength: 1, maxLength: 5 }), async (choices) => {
      const board = await EditableBundle.of(zip);
      const rows = rowsOf(board);
      const roles = rows.get('roles.csv') ?? [];
      const out = new Set<string>();
      const bad = board.copy();
      for (const { file, at, how } of choices) {
        const all = rows.get(file) ?? [];
        const index = at % all.length;
        // Of several roles of one person the others may need the one that is broken.
        const owner = file === 'roles.csv' ? all[index]?.userSourcedId : undefined;
        if (roles.filter(({ userSourcedId }) => userSourcedId === owner).length > 1) continue;
        if (out.has(placeOf(file, index))) continue;
        out.add(placeOf(file, index));
        if (how === 'ragged') bad.line(file, index + 2, (line) => `${line},"more"`);
        else bad.set(file, index + 2, how === 'cell' ? (faultyCells[file] ?? {}) : { sourcedId: '' });
      }
      const rest = withoutPlaces(board, withDependents(rows, out));
      fc.pre(out.size > 0 && [...rowsOf(rest).values()].every(({ length }) => length > 0));
      await using skipping = await startTestHub();
      await using plain = await startTestHub();
      expect((await importSkipping(skipping.client, bad)).state).toBe('published');
      expect((await plain.client.importZip(await rest.zip())).state).toBe('published');
      expect(differences(await rosterOf(skipping.client), await rosterOf(plain.client))).toEqual([]);
    });
    await fc.assert(property, { numRuns: 5, maxSkipsPerRun: 50, endOnFailure: true });
  });
});
