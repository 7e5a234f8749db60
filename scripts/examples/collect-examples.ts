import type { Examples } from '../../src/http/docs/examples.ts';
import { tokenPaths } from '../../src/http/oauth.ts';
import { type Endpoint, endpoints, serviceBases } from '../../src/model/endpoints.ts';
import { boardBuffer } from '../board/write-board.ts';
import { unzipFiles } from '../board/zip-files.ts';
import { addressesOf } from './addresses.ts';
import { auditExamples } from './audit-examples.ts';
import { clientExamples } from './client-examples.ts';
import { type ExampleAnswer, ExampleClient, type ExampleHub } from './example-client.ts';
import { exportExamples } from './export-examples.ts';
import { personExamples } from './person-examples.ts';
import { personalExamples } from './personal-examples.ts';
import { proposalExamples } from './proposal-examples.ts';

const [base] = serviceBases;
/** Records in the example of a collection. */
const recordsShown = 2;
/** The layer that fills every collection, terms and grading periods too. */
const board = { people: 300, seed: 12, layer: 'base' } as const;
const brokenBoard = { people: 20, seed: 12, broken: true } as const;

function expectStatus(answer: ExampleAnswer, status: number, what: string): ExampleAnswer {
  if (answer.status === status) return answer;
  throw new Error(`${what}: ${answer.status} in place of ${status}: ${answer.text}`);
}

/** The first answer of an operation that has something in it. */
async function exampleOf(client: ExampleClient, endpoint: Endpoint): Promise<unknown> {
  const read = async (path: string) => {
    const answer = expectStatus(await client.call(`${base}${path}?limit=10000`), 200, path);
    const body: Record<string, { sourcedId: string }[]> = JSON.parse(answer.text);
    return Object.values(body)[0];
  };
  const query = endpoint.kind === 'single' ? '' : `?limit=${recordsShown}`;
  for await (const address of addressesOf(endpoint.path, read)) {
    const answer = expectStatus(await client.call(base + address + query), 200, endpoint.operationId);
    const body: Record<string, object> = JSON.parse(answer.text);
    if (Object.keys(body[endpoint.envelope] ?? {}).length > 0) return body;
  }
  throw new Error(`the board has no example of ${endpoint.operationId}`);
}

/** The header of a CSV and its first rows. */
function beginOf(csv: string): string {
  const lines = csv.split('\r\n').filter((line) => line !== '');
  return lines
    .slice(0, 1 + recordsShown)
    .map((line) => `${line}\r\n`)
    .join('');
}

/** Sends what its source has published last. */
function sendAgain(client: ExampleClient, zip: Buffer): Promise<ExampleAnswer> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(zip)]), 'RO_20260401_052019.zip');
  return client.call('/csv/import', { method: 'POST', body: form });
}

/** Uploads the boards, and the answers of the hub's own operations by operationId. */
async function ownExamples(client: ExampleClient): Promise<Record<string, unknown>> {
  const published = await client.upload(await boardBuffer(board), 'RO_20260401_052019.zip');
  const refused = await client.upload(await boardBuffer(brokenBoard), 'RO_20260408_052019.zip');
  const again = await sendAgain(client, await boardBuffer(board));
  const orgs = (await unzipFiles(await boardBuffer(board))).get('orgs.csv') ?? Buffer.alloc(0);
  const lone = await client.upload(orgs, 'orgs.csv', { mode: 'bulk' });
  const get = async (path: string) => expectStatus(await client.call(path), 200, path).text;
  const page = `/csv/import/${refused.id}/issues`;
  const { templates }: { templates: unknown[] } = JSON.parse(await get('/csv/templates'));
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(await boardBuffer(brokenBoard))]), 'RO_20260408_052019.zip');
  const validation = await client.call(`/csv/validate?limit=${recordsShown}`, { method: 'POST', body: form });
  const source = '/admin/sources/%E6%9D%B1%E5%B0%8F%E5%AD%A6%E6%A0%A1';
  const change = await client.call(source, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ profile: 'japan-1.0', interoperability: true, rules: { 'JP-US-021': 'error' } }),
  });
  return {
    validateFile: JSON.parse(expectStatus(validation, 200, 'validateFile').text),
    changeSource: JSON.parse(expectStatus(change, 200, 'changeSource').text),
    getSource: JSON.parse(await get(source)),
    listSources: JSON.parse(await get('/admin/sources')),
    listPublications: JSON.parse(await get('/publications')),
    'startImport 200': JSON.parse(expectStatus(again, 200, 'startImport').text),
    startImport: JSON.parse(expectStatus(published, 202, 'startImport').text),
    listImports: JSON.parse(await get('/csv/import?limit=2')),
    getImport: JSON.parse(await get(`/csv/import/${published.id}`)),
    listIssues: JSON.parse(await get(`${page}?limit=${recordsShown}`)),
    listTemplates: { templates: templates.slice(0, 1) },
    downloadTemplate: await get('/csv/templates/orgs.csv?kind=example'),
    getReport: JSON.parse(await get(`/csv/import/${refused.id}/report?limit=${recordsShown}`)),
    downloadCauses: beginOf(await get(`/csv/import/${refused.id}/causes.csv`)),
    downloadFile: beginOf(await get(`/csv/import/${refused.id}/files/classes.csv?rows=failing`)),
    downloadUpload: beginOf(await get(`/csv/import/${lone.id}/upload`)),
    listDownloads: JSON.parse(await get(`/csv/import/${lone.id}/downloads`)),
    downloadIssues: beginOf(await get(`${page}.csv`)),
    ...(await proposalExamples(client, beginOf)),
    ...(await exportExamples(client, beginOf)),
    ...(await auditExamples(client, beginOf)),
    ...(await clientExamples(client)),
    ...(await personalExamples(client, await boardBuffer(board), beginOf)),
    ...(await personExamples(client)),
    getHealth: JSON.parse(await get('/health')),
    getReadiness: JSON.parse(await get('/health/ready')),
    getLiveness: JSON.parse(await get('/health/live')),
  };
}

/** A token for an OAuth2 client, asked for as the standard's clients do. */
async function tokenExample(client: ExampleClient): Promise<unknown> {
  const { id, secret } = client.hub.client;
  const answer = await client.call(tokenPaths[0], {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  return JSON.parse(expectStatus(answer, 200, 'getToken').text);
}

/** Answers of the Rostering service that say no, by status. */
async function failureExamples(client: ExampleClient): Promise<Record<string, unknown>> {
  const orgs = `${base}/orgs`;
  const answers = [
    await client.call(`${orgs}?limit=0`),
    await client.call(orgs, { key: '' }),
    await client.call(orgs, { key: client.hub.importer }),
    await client.call(`${orgs}/unknown`),
  ];
  return Object.fromEntries(answers.map(({ status, text }) => [status, JSON.parse(text)]));
}

/** Fills an empty hub with a fictitious board and asks it for one real answer of every operation. */
export async function collectExamples(hub: ExampleHub): Promise<Examples> {
  const client = new ExampleClient(hub);
  const own = await ownExamples(client);
  const operations: Record<string, unknown> = {};
  for (const endpoint of endpoints) operations[endpoint.operationId] = await exampleOf(client, endpoint);
  const getToken = await tokenExample(client);
  return { operations: { ...operations, getToken, ...own }, failures: await failureExamples(client) };
}
