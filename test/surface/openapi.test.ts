import { validate } from '@readme/openapi-parser';
import { expect, test } from 'vitest';
import { readExamples } from '../../src/http/docs/examples.ts';
import { statusInfoSchema } from '../../src/http/problem.ts';
import { downloadListSchema } from '../../src/http/routes/downloads.ts';
import { exportListSchema } from '../../src/http/routes/export-schemas.ts';
import { earlierImportSchema, importListSchema, importSchema } from '../../src/http/routes/import-schemas.ts';
import { publicationListSchema } from '../../src/http/routes/publications.ts';
import { issueListSchema, reportSchema } from '../../src/http/routes/report-schemas.ts';
import { envelopeSchema } from '../../src/json/schema.ts';
import { endpoints, serviceBases } from '../../src/model/endpoints.ts';
import { scopeUrl } from '../../src/model/scope.ts';
import { type DocumentView, danglingReferences, documentApp, operationsIn } from '../support/document-app.ts';

async function read(): Promise<DocumentView> {
  const response = await documentApp().request('/openapi.json');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json; charset=UTF-8');
  return JSON.parse(await response.text());
}

test('openapi.json: the document of the whole hub, served without a key', async () => {
  await expect(`${JSON.stringify(await read(), null, 2)}\n`).toMatchFileSnapshot(
    '__snapshots__/openapi.json',
  );
});

test('it is valid OpenAPI 3.1', async () => {
  const document = await read();
  expect(document.openapi).toBe('3.1.0');
  expect(await validate(JSON.parse(JSON.stringify(document)))).toEqual({
    valid: true,
    warnings: [],
    specification: 'OpenAPI',
  });
});

test('every operation of the endpoint table is in the document, under the first base', async () => {
  const { paths } = await read();
  for (const { path, operationId } of endpoints) {
    expect(paths[serviceBases[0] + path]?.get?.operationId).toBe(operationId);
  }
});

test('every reference in the document resolves inside it', async () => {
  expect(danglingReferences(await read())).toEqual([]);
});

test('every operation has an id of its own, a tag that is explained, and a summary in both languages', async () => {
  const document = await read();
  const tags = document.tags.map(({ name }) => name);
  const operations = operationsIn(document).map(({ operation }) => operation);
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const { operationId, summary, tags: own } of operations) {
    expect(summary, operationId).toMatch(/^.*[ぁ-ん一-龠].* \/ [A-Z]/);
    expect(tags, operationId).toContain(own?.[0]);
  }
});

test('every operation that answers in text has an example of its success', async () => {
  for (const { operation } of operationsIn(await read())) {
    const successes = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
    expect(successes.length, operation.operationId).toBeGreaterThan(0);
    for (const [status, { content = {} }] of successes) {
      const [[type, media] = []] = Object.entries(content);
      // Bytes have none.
      if (type === 'application/zip') continue;
      expect(media?.example, `${operation.operationId} ${status}`).toBeDefined();
    }
  }
});

test('every operation of the Rostering service names its scopes and the failures that can happen', async () => {
  const { paths, components } = await read();
  for (const { path, scopes } of endpoints) {
    const operation = paths[serviceBases[0] + path]?.get;
    for (const scope of scopes) expect(operation?.description).toContain(scopeUrl(scope));
    const refused = Object.entries(operation?.responses ?? {}).filter(([status]) => status !== '200');
    const statuses = refused.map(([status]) => status);
    // With asOf, there may be no such roster, or no longer.
    expect(statuses).toEqual(expect.arrayContaining(['400', '401', '403', '404', '410', '500', '503']));
    for (const [status, { $ref }] of refused) expect($ref).toBe(`#/components/responses/Failure${status}`);
  }
  for (const { content } of Object.values(components.responses)) {
    const { schema, example } = content?.['application/json'] ?? {};
    expect(schema).toEqual({ $ref: '#/components/schemas/imsx_StatusInfoDType' });
    expect(statusInfoSchema.safeParse(example).data?.imsx_codeMajor).toBe('failure');
    expect(JSON.stringify(example)).not.toMatch(/\{\w+\}/);
  }
});

test('every example is what its schema says, and of the fictitious board', () => {
  const { operations, failures } = readExamples();
  for (const { operationId, envelope, entity, kind } of endpoints) {
    const checked = envelopeSchema(envelope, entity, kind).safeParse(operations[operationId]);
    expect(checked.error?.issues, operationId).toBeUndefined();
  }
  expect(exportListSchema.safeParse(operations.exportRoster).error?.issues).toBeUndefined();
  expect(publicationListSchema.safeParse(operations.listPublications).error?.issues).toBeUndefined();
  expect(importSchema.safeParse(operations.getImport).error?.issues).toBeUndefined();
  expect(importListSchema.safeParse(operations.listImports).error?.issues).toBeUndefined();
  expect(earlierImportSchema.safeParse(operations['startImport 200']).error?.issues).toBeUndefined();
  expect(downloadListSchema.safeParse(operations.listDownloads).error?.issues).toBeUndefined();
  expect(issueListSchema.safeParse(operations.listIssues).error?.issues).toBeUndefined();
  expect(reportSchema.safeParse(operations.getReport).error?.issues).toBeUndefined();
  for (const failure of Object.values(failures)) {
    expect(statusInfoSchema.safeParse(failure).error?.issues).toBeUndefined();
  }
  const hosts = [...JSON.stringify({ operations, failures }).matchAll(/https?:\/\/([^/"]+)/g)];
  // The standard's scopes are named by addresses of its own.
  expect(new Set(hosts.map(([, host]) => host))).toEqual(
    new Set(['roster.example.jp', 'purl.imsglobal.org']),
  );
});
