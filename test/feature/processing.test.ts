import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { query } from '../support/embedded-folder.ts';
import { readJson } from '../support/held.ts';
import { runCommand } from '../support/run-command.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

interface ProcessingView {
  readonly organization: string | null;
  readonly persons: number;
  readonly byRole: { role: string; persons: number }[];
  readonly orgs: { sourcedId: string; name: string; type: string; persons: number }[];
  readonly files: { file: string; records: number; items: { column: string; label: string }[] }[];
  readonly sources: { name: string; persons: number; lastPublishedAt: string | null }[];
  readonly recipients: {
    id: string;
    name: string;
    purpose: string;
    role: string;
    scopes: string[];
    contractEnd: string;
    active: boolean;
    lastUsedAt: string | null;
    mayRead: { file: string; columns: string[] }[];
  }[];
  readonly retention: { name: string }[];
  readonly measures: { ja: string; en: string; inForce: boolean }[];
}

const organization = '東市教育委員会';
let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub(undefined, {
    ORGANIZATION: organization,
    PUBLIC_URL: 'https://roster.example.jp',
  });
  await hub.client.importZip(await boardBuffer({ people: 120, seed: 5 }), '校務支援');
  await hub.client.post('/admin/clients', {
    name: '=学習ツールA',
    purpose: '授業で使うアカウントの作成',
    contact: 'support@tool.example.jp',
    contractEnd: '2099-03-31',
    role: 'reader',
    scopes: ['roster-core.readonly'],
    addressMode: 'list',
    addresses: ['203.0.113.0/24'],
  });
});

afterAll(() => hub.stop());

const read = () => readJson<ProcessingView>(hub.client, '/admin/processing');

test('the record has who answers, whose data, which items, from where, to whom, and how long', async () => {
  const record = await read();
  const { records: users } = await hub.client.walk('users', 'limit=1000');
  const { records: students } = await hub.client.walk('students', 'limit=1000');
  expect(record.organization).toBe(organization);
  expect(record.persons).toBe(users.length);
  expect(record.byRole.find(({ role }) => role === 'student')?.persons).toBe(students.length);
  const schools = record.orgs.filter(({ type }) => type === 'school');
  expect(schools.length).toBeGreaterThan(0);
  expect(schools.reduce((sum, { persons }) => sum + persons, 0)).toBeGreaterThan(students.length / 2);
  expect(record.files.map(({ file }) => file)).toEqual([
    'users.csv',
    'userProfiles.csv',
    'roles.csv',
    'enrollments.csv',
    'demographics.csv',
  ]);
  expect(record.files[0]?.items).toContainEqual(
    expect.objectContaining({ column: 'metadata.jp.kanaFamilyName', label: '姓カナ', personal: true }),
  );
  expect(record.sources).toEqual([
    { name: '校務支援', persons: users.length, lastPublishedAt: expect.stringMatching(/Z$/) },
  ]);
  expect(record.retention.map(({ name }) => name)).toContain('audit');
});

test('a recipient has what its scopes open and no more', async () => {
  const { recipients, measures } = await read();
  const tool = recipients.find(({ name }) => name === '=学習ツールA');
  expect(tool).toMatchObject({
    purpose: '授業で使うアカウントの作成',
    contractEnd: '2099-03-31',
    active: true,
    lastUsedAt: null,
  });
  expect(tool?.mayRead.map(({ file }) => file)).toEqual([
    'users.csv',
    'userProfiles.csv',
    'roles.csv',
    'enrollments.csv',
  ]);
  expect(tool?.mayRead[0]?.columns).toContain('familyName');
  expect(tool?.mayRead[0]?.columns).not.toContain('password');
  const admin = recipients.find(({ role }) => role === 'admin');
  expect(admin?.mayRead.map(({ file }) => file)).toContain('demographics.csv');
  expect(admin?.lastUsedAt).toMatch(/Z$/);
  const said = (ja: string) => measures.find((one) => one.ja.includes(ja));
  expect(said('アドレスを限った')).toMatchObject({ inForce: true });
  expect(said('HTTPS')).toMatchObject({ inForce: true });
  expect(said('所有者が別')).toMatchObject({ inForce: false });
});

test('nothing of any person is in it', async () => {
  const { records } = await hub.client.walk('users', 'limit=1000');
  const texts = [
    await (await hub.client.get('/admin/processing')).text(),
    await (await hub.client.get('/admin/processing.csv')).text(),
  ];
  for (const text of texts) {
    expect(text).toContain(organization);
    for (const { sourcedId, username } of records) {
      expect(text).not.toContain(sourcedId);
      expect(text).not.toContain(String(username));
    }
  }
});

test('the CSV opens in Excel: marked, in both languages, no cell a formula', async () => {
  const response = await hub.client.get('/admin/processing.csv');
  expect(response.headers.get('content-disposition')).toContain('processing.csv');
  const bytes = Buffer.from(await response.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const { data } = Papa.parse<string[]>(bytes.subarray(3).toString().trimEnd());
  expect(data[0]).toEqual(['区分 section', '項目 item', '内容 content', '説明 note']);
  expect(new Set(data.map(({ length }) => length))).toEqual(new Set([4]));
  expect(data).toContainEqual(['管理者 controller', '名称 name', organization, '']);
  expect(data.flat().filter((cell) => cell.startsWith('='))).toEqual([]);
  expect(data.some(([, item]) => item?.startsWith("'=学習ツールA"))).toBe(true);
});

test('rosterhub ropa prints the same, and that is recorded', async () => {
  const { code, out, err } = await runCommand(hub.databaseUrl, ['ropa'], { ORGANIZATION: organization });
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain(`"管理者 controller","名称 name","${organization}"`);
  const json = await runCommand(hub.databaseUrl, ['ropa', '--json']);
  expect(JSON.parse(json.out)).toMatchObject({ organization: null, persons: (await read()).persons });
  const rows = await query(
    hub.databaseUrl,
    `SELECT actor_kind FROM audit_log WHERE action = 'processing.read' AND actor_kind = 'command'`,
  );
  expect(rows).toHaveLength(2);
});
