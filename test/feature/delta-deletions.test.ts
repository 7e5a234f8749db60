import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BoardHub, startBoardHub } from '../support/board-hub.ts';
import { active, type DeltaFiles, deleted, personOf, sendDelta } from '../support/delta-bundle.ts';
import { rosterOf, wholeCollections } from '../support/roster.ts';
import { rosterPrint } from '../support/roster-print.ts';

const options = { people: 60, seed: 31, layer: 'base' } as const;

describe('a deletion by a delta file', () => {
  let hub: BoardHub;

  beforeAll(async () => {
    hub = await startBoardHub(options);
  });

  afterAll(() => hub.stop());

  const send = (files: DeltaFiles, fields?: Record<string, string>) => sendDelta(hub, files, fields);
  test('cannot delete what published records still need, nor name what it deletes', async () => {
    const before = await rosterPrint(hub.client);
    const { id, ...all } = personOf(hub.board);
    const counts = (file: keyof typeof all) => all[file].length;
    const alone = await send({ 'users.csv': all['users.csv'].map(deleted) });
    expect(alone).toMatchObject({
      state: 'rejected',
      issues: { byCode: { 'RH-C-011': expect.any(Number) } },
    });
    const issues = await hub.client.issuesOf(alone.id);
    expect(
      issues.map(({ file, line, column, code, level, message }) => [
        file,
        line,
        column,
        code,
        level,
        message.en,
      ]),
    ).toEqual(
      (['userProfiles.csv', 'roles.csv', 'enrollments.csv', 'demographics.csv'] as const)
        .filter((file) => counts(file) > 0)
        .map((file) => [
          'users.csv',
          2,
          'sourcedId',
          'RH-C-011',
          'error',
          `${counts(file)} record(s) of ${file} still need "${id}".`,
        ]),
    );
    // The last role of somebody who stays.
    const role = await send({ 'roles.csv': all['roles.csv'].map(deleted) });
    expect((await hub.client.issuesOf(role.id)).map(({ code, message }) => [code, message.en])).toEqual(
      all['roles.csv'].map(({ sourcedId }) => [
        'RH-C-011',
        `1 record(s) of users.csv still need "${sourcedId}".`,
      ]),
    );
    const named = await send({
      ...Object.fromEntries(Object.entries(all).map(([file, some]) => [file, some.map(deleted)])),
      'enrollments.csv': all['enrollments.csv'].map(active),
    });
    const missing = (await hub.client.issuesOf(named.id)).filter(({ code }) => code === 'JP-EN-003');
    expect(missing.length).toBe(counts('enrollments.csv'));
    expect(named.state).toBe('rejected');
    expect(await rosterPrint(hub.client)).toBe(before);
  });

  test('deletes a person with everything of theirs, who then still shows the last roles', async () => {
    const { id, ...all } = personOf(hub.board);
    const path = `/ims/oneroster/rostering/v1p2/users/${id}`;
    const read = async () => JSON.parse(await (await hub.client.get(path)).text()).user;
    const before = await read();
    const files = Object.fromEntries(Object.entries(all).filter(([, some]) => some.length > 0));
    const gone = await send(
      Object.fromEntries(Object.entries(files).map(([file, some]) => [file, some.map(deleted)])),
    );
    expect(gone).toMatchObject({ state: 'published', issues: { errors: 0 } });
    for (const [file, some] of Object.entries(files))
      expect(gone.files[file]).toMatchObject({ deleted: some.length });
    expect(await read()).toEqual({
      ...before,
      status: 'tobedeleted',
      dateLastModified: gone.publication?.publishedAt,
    });
    const back = await send(
      Object.fromEntries(Object.entries(files).map(([file, some]) => [file, some.map(active)])),
    );
    expect(await read()).toEqual({ ...before, dateLastModified: back.publication?.publishedAt });
  });

  test('with onError skip leaves a deletion out when a record that needs the other one stays', async () => {
    const before = await rosterOf(hub.client, { of: wholeCollections, stamped: true });
    const { id, ...all } = personOf(hub.board);
    const files = Object.fromEntries(
      Object.entries(all)
        .filter(([, some]) => some.length > 0)
        .map(([file, some]) => [file, some.map(deleted)]),
    );
    const [bad = {}, ...good] = files['enrollments.csv'] ?? [];
    const published = await send(
      { ...files, 'enrollments.csv': [{ ...bad, dateLastModified: 'yesterday' }, ...good] },
      { onError: 'skip' },
    );
    expect(published).toMatchObject({ state: 'published', issues: { errors: 1 } });
    const left = (await hub.client.issuesOf(published.id)).filter(({ code }) => code === 'RH-S-001');
    const owned = ['roles.csv', 'userProfiles.csv'].flatMap((file) => (files[file] ?? []).map(() => file));
    expect(left.map(({ file, column }) => `${file} ${column}`).sort()).toEqual(
      ['users.csv', ...owned].map((file) => `${file} sourcedId`).sort(),
    );
    const after = await rosterOf(hub.client, { of: wholeCollections, stamped: true });
    const changed = [...after].filter(([key, text]) => before.get(key) !== text).map(([key]) => key);
    expect(changed.sort()).toEqual(
      [
        ...good.map(({ sourcedId }) => `enrollments/${sourcedId}`),
        ...(files['demographics.csv'] ?? []).map(() => `demographics/${id}`),
      ].sort(),
    );
    await hub.client.importZip(await hub.board.zip());
  });
});
