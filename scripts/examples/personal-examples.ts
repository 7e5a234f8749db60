import { setTimeout as sleep } from 'node:timers/promises';
import { serviceBases } from '../../src/model/endpoints.ts';
import { unzipFiles } from '../board/zip-files.ts';
import type { ExampleAnswer, ExampleClient } from './example-client.ts';

/** A time that is over whatever the day of the run is. */
const time = 'from=2020-01-01T00:00:00Z&to=2099-01-01T00:00:00Z';

const registration = {
  name: '学習ツールB',
  purpose: '授業で使うアカウントの作成',
  contact: 'support@tool.example.jp',
  contractEnd: '2099-03-31',
  role: 'reader',
  scopes: ['roster-core.readonly'],
};

/** `GET /admin/persons/{sourcedId}`, as far as it is shortened. */
type Held = Readonly<Record<'current' | 'earlier' | 'publications', object[]>> & {
  readonly recipients: { readonly named: { readonly action: string }[] };
};

/** Ids that are made up for every correction. */
const correctionId = /(?<="id":")[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=","person")/g;
const exampleCorrectionId = '00000000-0000-4000-8000-0000000000c0';

/** Everything that is held on a person, once a read of the person is on record. */
async function readWhoRead(
  client: ExampleClient,
  sourcedId: string,
  read: () => Promise<Held>,
): Promise<Held> {
  await client.call(`${serviceBases[0]}/users/${sourcedId}`);
  for (;;) {
    const found = await read();
    const named = found.recipients.named.filter(({ action }) => action === 'roster.read');
    if (named.length > 0) return { ...found, recipients: { named } };
    await sleep(100);
  }
}

/** What the hub answers about people and about what is done with their data. `zip` is a board that it has published. */
export async function personalExamples(
  client: ExampleClient,
  zip: Buffer,
  beginOf: (csv: string) => string,
): Promise<Record<string, unknown>> {
  const textOf = ({ status, text }: ExampleAnswer, wanted: number, what: string) => {
    if (status !== wanted) throw new Error(`${what}: ${status} in place of ${wanted}: ${text}`);
    return text.replace(correctionId, exampleCorrectionId);
  };
  const read = async (path: string) => textOf(await client.call(path), 200, path);
  const get = async (path: string) => JSON.parse(await read(path));
  const [, line = ''] = (await unzipFiles(zip)).get('demographics.csv')?.toString().split('\r\n') ?? [];
  const [sourcedId = ''] = line.replaceAll('"', '').split(',');
  const person = `/admin/persons/${sourcedId}`;
  const correction = await client.call(person, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ fields: { familyName: '高橋' }, reason: '訂正請求 第 12 号' }),
  });
  const corrected = JSON.parse(textOf(correction, 200, 'correctPerson'));
  const made = await client.post('/admin/clients', registration);
  const id = /\/([^/]+)$/.exec(made.location ?? '')?.[1] ?? '';
  client.named(made, id, 'EXAMPLETOOL');

  const found = await readWhoRead(client, sourcedId, () => get(person));
  const reader = { kind: 'key', id: 'EXAMPLETOOL', name: registration.name, contact: registration.contact };
  const shown = {
    ...found,
    current: found.current.slice(0, 2),
    earlier: found.earlier.slice(0, 1),
    publications: found.publications.slice(0, 1).map((one: object) => ({ ...one, sentByName: '管理者' })),
    files: { uploads: [], exports: [] },
    recipients: {
      named: found.recipients.named.map((one) => ({ ...one, actor: reader, count: 1 })),
      lists: [],
    },
  };
  const record = await get('/admin/processing');
  const incident = await get(`/admin/incidents?client=${id}&${time}`);
  const { classes } = await get('/admin/retention');
  return {
    searchPersons: await get(`/admin/persons?identifier=${encodeURIComponent(sourcedId)}`),
    getPerson: shown,
    downloadPerson: beginOf(await read(`${person}/file`)),
    correctPerson: corrected,
    listCorrections: await get('/admin/corrections'),
    getRetention: { classes: classes.slice(0, 2) },
    getProcessing: {
      ...record,
      orgs: record.orgs.slice(0, 2),
      files: record.files
        .slice(0, 1)
        .map((file: { items: object[] }) => ({ ...file, items: file.items.slice(0, 3) })),
      sources: record.sources.slice(0, 1),
      recipients: record.recipients.filter((one: { id: string }) => one.id === 'EXAMPLETOOL'),
      retention: record.retention.slice(0, 1),
      measures: record.measures.slice(0, 2),
    },
    downloadProcessing: beginOf(await read('/admin/processing.csv')).replace(
      /\d{4}-\d\d-\d\d/g,
      '2026-04-01',
    ),
    getIncident: {
      ...incident,
      bySchool: incident.bySchool.slice(0, 1),
      mayRead: incident.mayRead.slice(0, 1),
    },
    downloadIncident: beginOf(await read(`/admin/incidents.csv?client=${id}&${time}`)),
  };
}
