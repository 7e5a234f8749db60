import { afterEach, beforeEach, expect, test } from 'vitest';
import { createKey } from '../../src/services/access/create-key.ts';
import { type BoardHub, startBoardHub } from '../support/board-hub.ts';
import { clientIdOf, query } from '../support/embedded-folder.ts';
import { type CorrectionView, personPath, readJson, readPerson, refusalOf } from '../support/held.ts';
import { openContext, withKey } from '../support/hub-context.ts';

interface Figures {
  readonly persons: { read: number; possible: number; could: number };
  readonly gone: number;
  readonly report: { heading: string; text: { ja: string } }[];
}

const service = '/ims/oneroster/rostering/v1p2';
const reason = '本人の求め';
let hub: BoardHub;
let pupil: string;
let familyName: string;
/** A client that has named the pupil. */
let client: string;

beforeEach(async () => {
  hub = await startBoardHub({ people: 60, seed: 5 });
  pupil = hub.board.cell('demographics.csv', 2, 'sourcedId');
  familyName = hub.board.cell('users.csv', hub.board.find('users.csv', 'sourcedId', pupil), 'familyName');
  await using ctx = openContext(hub);
  const key = await createKey(ctx, { name: '学習ツールA', role: 'reader' });
  client = await clientIdOf(hub.databaseUrl, key);
  expect((await withKey(hub, key).get(`${service}/users/${pupil}`)).status).toBe(200);
  const written = () =>
    query(hub.databaseUrl, `SELECT FROM audit_log WHERE actor_id = '${client}' AND action = 'roster.read'`);
  await expect.poll(async () => (await written()).length, { timeout: 10_000 }).toBe(1);
});

afterEach(() => hub.stop());

const correct = (fields: Record<string, string>) =>
  fetch(hub.client.url + personPath(pupil), {
    method: 'PATCH',
    headers: { authorization: `Bearer ${hub.client.key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ fields, reason }),
  });

async function act(verb: 'erase' | 'restrict' | 'lift', status: number): Promise<void> {
  const response = await hub.client.post(`${personPath(pupil)}/${verb}`, { reason });
  expect(response.status, await response.text()).toBe(status);
}

const search = async (asked: Record<string, string>) =>
  (
    await readJson<{ persons: { sourcedId: string; status: string }[] }>(
      hub.client,
      `/admin/persons?${new URLSearchParams(asked)}`,
    )
  ).persons;
const corrections = async () =>
  (await readJson<{ corrections: CorrectionView[] }>(hub.client, '/admin/corrections')).corrections;
const incident = (more = '') => readJson<Figures>(hub.client, `/admin/incidents?client=${client}${more}`);

test('what is set aside of a restricted person is held all the same, and is said to be', async () => {
  expect((await correct({ givenName: '花子' })).status).toBe(200);
  const before = await readPerson(hub.client, pupil);
  const until = new Date().toISOString();
  const figures = await incident();
  await act('restrict', 200);

  const report = await readPerson(hub.client, pupil);
  const now = report.current.filter(({ status }) => status === 'restricted');
  expect(now.map(({ file, sourcedId, fields }) => [file, sourcedId, fields])).toEqual(
    before.current.map(({ file, sourcedId, fields }) => [file, sourcedId, fields]),
  );
  const values = (column: string) =>
    report.earlier.flatMap(({ fields }) =>
      fields.filter((one) => one.column === column).map(({ value }) => value),
    );
  expect(values('givenName')).toContain('花子');
  expect(await search({ name: familyName })).toContainEqual(
    expect.objectContaining({ sourcedId: pupil, status: 'restricted' }),
  );
  expect(await refusalOf(await correct({ givenName: '華子' }))).toEqual([404, 'unknown_object']);
  expect((await incident(`&to=${until}`)).persons).toEqual(figures.persons);

  await act('lift', 200);
  expect((await readPerson(hub.client, pupil)).current.map(({ status }) => status)).not.toContain(
    'restricted',
  );
});

test('nothing is held of who was erased, and an incident still counts the person', async () => {
  expect((await correct({ givenName: '花子' })).status).toBe(200);
  const { persons } = await incident();
  expect(persons.read).toBe(1);
  await act('erase', 202);

  expect(await refusalOf(await hub.client.get(personPath(pupil)))).toEqual([404, 'unknown_object']);
  expect(await search({ identifier: pupil })).toEqual([]);
  expect((await search({ name: familyName })).map(({ sourcedId }) => sourcedId)).not.toContain(pupil);
  expect(await corrections()).toEqual([]);
  const after = await incident();
  expect(after).toMatchObject({ persons: { read: 0, possible: 0, could: persons.could }, gone: 1 });
  expect(after.report.find(({ heading }) => heading === 'number')?.text.ja).toContain('消去されている 1 人');
  const csv = await (await hub.client.get(`/admin/incidents.csv?client=${client}`)).text();
  expect(csv).not.toContain(pupil);
});
