import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { EditableBundle } from '../support/editable-bundle.ts';
import { exported, streamedFiles } from '../support/exports.ts';
import { freezeImports, freezePublishLock } from '../support/freeze.ts';
import { patience } from '../support/patience.ts';
import { erase, markPerson, placesOf, type SomePerson, withoutPerson } from '../support/persons.ts';
import { changesOf, decided, undone } from '../support/proposals.ts';
import { collections, differences, rosterOf } from '../support/roster.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

const service = '/ims/oneroster/rostering/v1p2';
const source = '東小学校';
let hub: TestHub;
let board: EditableBundle;
let person: SomePerson;

const post = async (path: string, reason = '利用停止の請求') => {
  const response = await hub.client.post(path, { reason });
  return { status: response.status, text: await response.text() };
};
const restrict = (id = person.id) => post(`/admin/persons/${id}/restrict`);
const lift = (id = person.id) => post(`/admin/persons/${id}/lift`);
const textOf = async (path: string) => (await hub.client.get(path)).text();
const userOf = async (id = person.id) => JSON.parse(await textOf(`${service}/users/${id}`)).user;

/** The board with another given name of the person. */
function renamed(givenName: string): EditableBundle {
  const copy = board.copy();
  return copy.set('users.csv', copy.find('users.csv', 'sourcedId', person.id), { givenName });
}

beforeAll(async () => {
  hub = await startTestHub();
  ({ board, person } = markPerson(await EditableBundle.of(await boardBuffer({ people: 40, seed: 5 }))));
  for (const bundle of [renamed('停止前'), board]) {
    expect((await hub.client.importZip(await bundle.zip(), source)).state).toBe('published');
  }
});

afterAll(() => hub.stop());

async function expectHidden(): Promise<void> {
  for (const asOf of ['', '&asOf=1', '&asOf=2']) {
    for (const collection of collections) {
      const text = await textOf(`${service}/${collection}?limit=1000${asOf}`);
      for (const mark of [...person.marks, '停止前', '停止中']) expect(text).not.toContain(mark);
      if (asOf !== '') expect(text).not.toContain(`"${person.id}"`);
    }
  }
  const filter = encodeURIComponent(`familyName='${person.marks[0]}'`);
  const found = await hub.client.get(`${service}/users?filter=${filter}&asOf=2`);
  expect([found.headers.get('x-total-count'), await found.text()]).toEqual(['0', '{"users":[]}']);
  expect(await userOf()).toMatchObject({ status: 'tobedeleted', roles: [] });
  // An older roster can be walked through all the same.
  const walked = await hub.client.walk('users', 'limit=7&asOf=2');
  expect(walked.records).toHaveLength(walked.total);
  const texts = [...(await streamedFiles(hub.client)).values(), await textOf('/csv/sheets/users.csv')];
  for (const text of texts) for (const mark of [person.id, ...person.marks]) expect(text).not.toContain(mark);
}

describe('a restricted person', () => {
  test('is hidden from every reader at once, also from walks that have begun', async () => {
    const first = await hub.client.get(`${service}/users?limit=3`);
    const walk = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const file = await exported(hub.client, { mode: 'bulk', profile: 'japan-1.0' });
    expect(
      await textOf(
        `${service}/users?limit=1000&asOf=2&filter=${encodeURIComponent(`familyName='${person.marks[0]}'`)}`,
      ),
    ).toContain(person.id);
    const { status, text } = await restrict();
    expect([status, text]).toEqual([200, expect.stringContaining(person.id)]);
    await expectHidden();
    const page = await hub.client.get(walk);
    expect([page.status, await page.text()]).toEqual([410, expect.not.stringContaining(person.id)]);
    expect((await hub.client.get(`/csv/export/${file.id}/file`)).status).toBe(410);
    expect(JSON.parse(await textOf('/publications')).publications[0]).toMatchObject({ kind: 'restriction' });
  });

  test('twice is said clearly', async () => {
    expect(await restrict()).toMatchObject({
      status: 409,
      text: expect.stringContaining('person_restricted'),
    });
    expect((await restrict('nobody')).status).toBe(404);
    const { restrictions } = JSON.parse(await textOf('/admin/restrictions'));
    const { entries } = JSON.parse(await textOf(`/admin/audit?person=${person.id}&action=person.restrict`));
    expect(entries).toMatchObject([{ entity: 'restriction', object: restrictions[0].id, status: 200 }]);
    expect(restrictions).toMatchObject([{ sourcedId: person.id, source, reason: '利用停止の請求' }]);
  });

  test('stays hidden whatever files and undos say, and nobody is asked', async () => {
    // The file of last night is read again: the roster is not what it made of it any more.
    const zip = await board.zip();
    const same = await hub.client.judgeZip(zip, source, { force: 'false' });
    expect((await hub.client.upload(zip, source, { force: 'false' })).status).toBe(200);
    expect(same).toMatchObject({ state: 'published', issues: { errors: 0, warnings: 0 } });
    expect(same.proposal?.files['users.csv']).toMatchObject({
      added: 0,
      changed: 0,
      leaving: 0,
      returning: 0,
    });
    const dry = await hub.client.judgeZip(await renamed('停止中').zip(), source, { dryRun: 'true' });
    expect(JSON.stringify(await changesOf(hub.client, dry.id))).not.toContain(person.id);
    expect((await decided(hub.client, dry.id, 'publish')).state).toBe('published');
    await expectHidden();
    const back = await undone(hub.client, 2);
    if (back.state === 'held') await decided(hub.client, back.id, 'approve', 'ok');
    await expectHidden();
  });

  test('lifted, the person is as the last file says, with the versions before', async () => {
    expect((await lift()).status).toBe(200);
    expect(await userOf()).toMatchObject({
      status: 'active',
      givenName: '停止中',
      familyName: person.marks[0],
    });
    const named = await userOf(person.namedBy);
    expect(named.agents).toMatchObject([{ sourcedId: person.id }]);
    const before = JSON.parse(await textOf(`${service}/users/${person.id}?asOf=1`));
    expect(before.user).toMatchObject({ status: 'active', givenName: '停止前' });
    expect(await lift()).toMatchObject({
      status: 409,
      text: expect.stringContaining('person_not_restricted'),
    });
    // What a hub has that never heard of it.
    await using other = await startTestHub();
    expect((await other.client.importZip(await renamed('停止中').zip(), source)).state).toBe('published');
    expect((await hub.client.importZip(await renamed('停止中').zip(), source)).state).toBe('published');
    expect(differences(await rosterOf(hub.client), await rosterOf(other.client))).toEqual([]);
  });

  test('who left meanwhile does not come back', async () => {
    expect((await restrict()).status).toBe(200);
    const left = await hub.client.importZip(await withoutPerson(board, person.id).zip(), source);
    expect(left.state).toBe('published');
    expect((await lift()).status).toBe(200);
    expect(await userOf()).toMatchObject({ status: 'tobedeleted' });
    const back = await hub.client.importZip(await board.zip(), source);
    expect(back.state).toBe('published');
    expect(await userOf()).toMatchObject({ status: 'active' });
  });

  test.for(['stamping', 'checking'] as const)(
    'an import that is %s does not show the person again',
    async (point) => {
      const frozen = await freezeImports(hub.databaseUrl, point);
      const id = await hub.client.send(await renamed(`停止中 ${point}`).zip(), source);
      await frozen.reached();
      const restricting = restrict();
      await new Promise((resolve) => setTimeout(resolve, 300));
      await frozen.thaw();
      expect((await restricting).status).toBe(200);
      expect((await hub.client.settled(id)).state).toBe('published');
      expect(await userOf()).toMatchObject({ status: 'tobedeleted' });
      for (const mark of person.marks)
        expect(await textOf(`${service}/users?limit=1000`)).not.toContain(mark);
      expect((await lift()).status).toBe(200);
      expect(await userOf()).toMatchObject({ status: 'active', givenName: `停止中 ${point}` });
    },
  );

  test('an import that was compared with the roster before begins anew', async () => {
    const lock = await freezePublishLock(hub.databaseUrl);
    const restricting = restrict();
    await lock.reached();
    const id = await hub.client.send(await renamed('停止中 あと').zip(), source);
    await vi.waitFor(async () => {
      expect((await hub.client.importOf(id)).progress.step).toBe('publish');
    }, patience);
    await lock.thaw();
    expect((await restricting).status).toBe(200);
    expect((await hub.client.settled(id)).state).toBe('published');
    expect(hub.logLines.some((line) => line.includes('the import begins anew'))).toBe(true);
    expect(await userOf()).toMatchObject({ status: 'tobedeleted' });
    expect((await lift()).status).toBe(200);
    expect(await userOf()).toMatchObject({ status: 'active', givenName: '停止中 あと' });
  });

  test('can be erased', async () => {
    expect((await restrict()).status).toBe(200);
    await erase(hub.client, person.id);
    // Also those that were lifted: they would say who was erased.
    expect(JSON.parse(await textOf('/admin/restrictions'))).toEqual({ restrictions: [], total: 0 });
    expect((await lift()).status).toBe(404);
    for (const mark of person.marks) expect(await placesOf(hub.databaseUrl, mark)).toEqual([]);
  });
});
