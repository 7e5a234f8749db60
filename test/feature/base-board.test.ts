import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Bundle, type ParsedRow } from '../../scripts/board/parsed-bundle.ts';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import type { OneRosterRecord } from '../support/hub-client.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

let hub: TestHub;
let bundle: Bundle;

beforeAll(async () => {
  const zip = await boardBuffer({ people: 400, seed: 4, layer: 'base' });
  bundle = await Bundle.of(zip);
  hub = await startTestHub();
  const published = await hub.client.importZip(zip);
  expect(published).toMatchObject({
    state: 'published',
    profile: 'base-1.2.1',
    issues: { errors: 0, warnings: 0, byCode: {} },
  });
});

afterAll(() => hub.stop());

async function all(collection: string): Promise<OneRosterRecord[]> {
  return (await hub.client.walk(collection, 'limit=500')).records;
}

const values = (rows: readonly ParsedRow[], column: string) => new Set(rows.map((row) => row[column]));

describe('a board of OneRoster 1.2.1 as it stands', () => {
  test('fills every collection, none of them with another number of records than the files have', async () => {
    const files = ['academicSessions', 'orgs', 'courses', 'classes', 'users', 'enrollments', 'demographics'];
    for (const file of files) {
      const found = await all(file);
      expect(new Set(found.map(({ sourcedId }) => sourcedId)), file).toEqual(bundle.ids(file));
    }
    for (const subset of ['terms', 'gradingPeriods', 'schools', 'students', 'teachers']) {
      expect((await all(subset)).length, subset).toBeGreaterThan(0);
    }
  });

  test.each([
    ['academicSessions', 'type'],
    ['orgs', 'type'],
    ['classes', 'classType'],
    ['enrollments', 'role'],
    ['demographics', 'sex'],
  ])('serves the terms of %s.%s as they are, extensions among them', async (file, property) => {
    const served = new Set((await all(file)).map((record) => record[property]));
    const given = values(bundle.rows(file), property);
    expect(served).toEqual(given);
    expect([...given].some((term) => term?.startsWith('ext:'))).toBe(true);
  });

  test('serves every role of every user, extensions among them', async () => {
    const roles = (await all('users')).flatMap((user) => user.roles as { role: string; roleType: string }[]);
    expect(roles.length).toBe(bundle.rows('roles').length);
    expect(new Set(roles.map(({ role }) => role))).toEqual(values(bundle.rows('roles'), 'role'));
    expect(new Set(roles.map(({ roleType }) => roleType))).toEqual(new Set(['primary', 'secondary']));
  });

  test('has sourcedIds that are no UUIDs, and profile ids made of them', async () => {
    const users = await all('users');
    expect(users.every(({ sourcedId }) => sourcedId.startsWith('usr-'))).toBe(true);
    const profiles = users.flatMap((user) => (user.userProfiles ?? []) as { profileId: string }[]);
    expect(new Set(profiles.map(({ profileId }) => profileId))).toEqual(
      new Set([...bundle.ids('userProfiles')].map((id) => `urn:oneroster:userProfile:${id}`)),
    );
  });

  test('has no Japan columns', async () => {
    for (const file of ['users', 'classes', 'enrollments']) {
      for (const record of await all(file)) expect(record).not.toHaveProperty('metadata');
    }
  });

  test('has the tree of its sessions both ways', async () => {
    const sessions = await all('academicSessions');
    const idsOf = (refs: unknown) =>
      ((refs ?? []) as { sourcedId: string }[]).map(({ sourcedId }) => sourcedId);
    for (const session of sessions) {
      const below = bundle.ids('academicSessions', (row) => row.parentSourcedId === session.sourcedId);
      expect(idsOf(session.children)).toEqual([...below].toSorted());
    }
    expect(sessions.filter(({ parent }) => parent === undefined).length).toBe(1);
  });

  test('imported again changes nothing', async () => {
    const again = await hub.client.importZip(await boardBuffer({ people: 400, seed: 4, layer: 'base' }));
    expect(again.state).toBe('published');
    for (const counts of Object.values(again.files)) {
      expect(counts).toEqual({ ...counts, created: 0, updated: 0, deleted: 0, unchanged: counts.rows });
    }
  });
});
