import { afterAll, beforeAll, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { type CsvRow, rowsOf } from '../support/bundle-rows.ts';
import { active, type DeltaFiles, deleted, deltaBundle } from '../support/delta-bundle.ts';
import { EditableBundle } from '../support/editable-bundle.ts';
import { query } from '../support/embedded-folder.ts';
import { erase, markPerson, placesOf, type SomePerson } from '../support/persons.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

/** Two people of whom one names the other, both of them hidden. */
const service = '/ims/oneroster/rostering/v1p2';
let hub: TestHub;
let board: EditableBundle;
let person: SomePerson;

const act = async (id: string, verb: 'restrict' | 'lift') => {
  const response = await hub.client.post(`/admin/persons/${id}/${verb}`, { reason: '請求' });
  expect([verb, response.status, await response.text()]).toEqual([verb, 200, expect.anything()]);
};
const userOf = async (id: string) => {
  const response = await hub.client.get(`${service}/users/${id}`);
  return JSON.parse(await response.text()).user;
};

beforeAll(async () => {
  hub = await startTestHub();
  ({ board, person } = markPerson(await EditableBundle.of(await boardBuffer({ people: 20, seed: 5 }))));
  expect((await hub.client.importZip(await board.zip())).state).toBe('published');
});

afterAll(() => hub.stop());

test('a lift does not show the name of somebody who stays hidden, and the other lift does', async () => {
  const before = await userOf(person.namedBy);
  await act(person.namedBy, 'restrict');
  await act(person.id, 'restrict');
  await act(person.namedBy, 'lift');
  const { agents, ...shown } = await userOf(person.namedBy);
  expect(agents).toBeUndefined();
  expect(shown).toMatchObject({ status: 'active', username: before.username, roles: before.roles });
  await act(person.id, 'lift');
  expect((await userOf(person.namedBy)).agents).toEqual(before.agents);
  const asOf = await hub.client.get(`${service}/users/${person.namedBy}?asOf=1`);
  expect(JSON.parse(await asOf.text()).user.agents).toEqual(before.agents);
});

test('what a file says while both are hidden is what the lifts show', async () => {
  await act(person.namedBy, 'restrict');
  await act(person.id, 'restrict');
  expect((await hub.client.importZip(await board.zip())).state).toBe('published');
  await act(person.id, 'lift');
  await act(person.namedBy, 'lift');
  expect((await userOf(person.namedBy)).agents).toMatchObject([{ sourcedId: person.id }]);
});

test('deltas say what is set aside, row by row', async () => {
  const rows = (file: string, column: string) =>
    (rowsOf(board).get(file) ?? []).filter((row) => row[column] === person.id);
  const users = rows('users.csv', 'sourcedId');
  const send = async (files: DeltaFiles) => {
    const view = await hub.client.importZip(await deltaBundle(board, files).zip());
    expect([view.state, view.issues.errors]).toEqual(['published', 0]);
  };
  await act(person.id, 'restrict');
  await send({ 'users.csv': users.map((row) => active({ ...row, givenName: '差分' })) });
  await act(person.id, 'lift');
  const lifted = await userOf(person.id);
  expect(lifted).toMatchObject({ status: 'active', givenName: '差分' });
  expect(lifted.roles).toHaveLength(rows('roles.csv', 'userSourcedId').length);

  await act(person.id, 'restrict');
  const gone: DeltaFiles = {
    'users.csv': users.map(deleted),
    'demographics.csv': rows('demographics.csv', 'sourcedId').map(deleted),
    ...Object.fromEntries(
      ['userProfiles.csv', 'roles.csv', 'enrollments.csv']
        .map((file): [string, CsvRow[]] => [file, rows(file, 'userSourcedId').map(deleted)])
        .filter(([, some]) => some.length > 0),
    ),
  };
  await send(gone);
  await act(person.id, 'lift');
  expect((await userOf(person.id)).status).toBe('tobedeleted');
  expect((await hub.client.importZip(await board.zip())).state).toBe('published');
  expect((await userOf(person.id)).status).toBe('active');
});

test('what needs a record that is gone by then does not come back', async () => {
  await act(person.id, 'restrict');
  const [enrollment] = await query(
    hub.databaseUrl,
    `SELECT sourced_id AS id, row ->> 'class_sourced_id' AS class FROM set_aside
     WHERE entity = 'enrollments' AND publication_id = 0 LIMIT 1`,
  );
  // As if the class had gone in the meantime.
  await query(
    hub.databaseUrl,
    `UPDATE classes SET status = 'tobedeleted' WHERE sourced_id = '${enrollment?.class}'`,
  );
  await act(person.id, 'lift');
  expect(await userOf(person.id)).toMatchObject({ status: 'active' });
  const response = await hub.client.get(`${service}/enrollments/${enrollment?.id}`);
  expect(JSON.parse(await response.text()).enrollment).toMatchObject({ status: 'tobedeleted' });
});

test('an erasure takes the name out of what is set aside of others', async () => {
  await act(person.namedBy, 'restrict');
  expect(await placesOf(hub.databaseUrl, person.id)).toContain('public.set_aside.row');
  await erase(hub.client, person.id);
  expect(await placesOf(hub.databaseUrl, person.id)).not.toContain('public.set_aside.row');
  await act(person.namedBy, 'lift');
  expect(await userOf(person.namedBy)).toMatchObject({ status: 'active' });
  expect((await userOf(person.namedBy)).agents).toBeUndefined();
});
