import { validate } from '@readme/openapi-parser';
import { expect, test } from 'vitest';
import { discoveryNames } from '../../src/http/routes/documents.ts';
import { endpoints, serviceBases } from '../../src/model/endpoints.ts';
import { scopeUrl } from '../../src/model/scope.ts';
import {
  type DocumentView,
  danglingReferences,
  documentApp,
  documentUrl,
  operationsIn,
} from '../support/document-app.ts';

const app = documentApp();
const [base] = serviceBases;
const addressOf = (name: string) => `${base}/discovery/${name}`;

async function read(): Promise<DocumentView> {
  return JSON.parse(await (await app.request(addressOf(discoveryNames[0]))).text());
}

test('the localised Rostering document', async () => {
  await expect(`${JSON.stringify(await read(), null, 2)}\n`).toMatchFileSnapshot(
    '__snapshots__/rostering.json',
  );
});

test('it is valid OpenAPI 3.0, and all its references resolve inside it', async () => {
  const document = await read();
  expect(document.openapi).toMatch(/^3\.0\.\d$/);
  expect(danglingReferences(document)).toEqual([]);
  expect(await validate(JSON.parse(JSON.stringify(document)))).toEqual({
    valid: true,
    warnings: [],
    specification: 'OpenAPI',
  });
});

test('both of its names answer below both bases, without a token, as JSON, and packed for who can unpack', async () => {
  const wanted = await read();
  for (const service of serviceBases) {
    for (const name of discoveryNames) {
      for (const encoding of ['identity', 'gzip']) {
        const response = await app.request(`${service}/discovery/${name}`, {
          headers: { 'accept-encoding': encoding },
        });
        expect(response.status).toBe(200);
        expect(response.headers.get('content-type')).toMatch(/^application\/json\b/);
        expect(response.headers.get('content-encoding')).toBe(encoding === 'gzip' ? 'gzip' : null);
        const plain =
          encoding === 'gzip'
            ? response.body?.pipeThrough(new DecompressionStream('gzip'))
            : (response.body ?? undefined);
        expect(JSON.parse(await new Response(plain).text())).toEqual(wanted);
      }
    }
  }
});

test('another name below discovery is unknown, in the words of the standard', async () => {
  const response = await app.request(addressOf('onerosterv1p2gradebookservice_openapi3_v1p0.json'));
  expect(response.status).toBe(404);
  expect(JSON.parse(await response.text())).toMatchObject({ imsx_codeMajor: 'failure' });
});

test('it has our server, our token URL, and the operations that the hub has with their scopes', async () => {
  const { servers, paths, components } = await read();
  expect(servers).toEqual([{ url: `${documentUrl}/ims/oneroster/rostering/v1p2` }]);
  expect(Object.keys(paths)).toEqual(endpoints.map(({ path }) => path));
  for (const { path, operationId, scopes } of endpoints) {
    expect(Object.keys(paths[path] ?? {})).toEqual(['get']);
    expect(paths[path]?.get).toMatchObject({
      operationId,
      security: [{ OAuth2CC: scopes.map(scopeUrl) }],
    });
  }
  const announced = new Set(endpoints.flatMap(({ scopes }) => scopes.map(scopeUrl)));
  expect(components.securitySchemes).toEqual({
    OAuth2CC: {
      type: 'oauth2',
      description: expect.any(String),
      flows: {
        clientCredentials: {
          tokenUrl: `${documentUrl}/oauth/token`,
          scopes: Object.fromEntries([...announced].map((scope) => [scope, expect.any(String)])),
        },
      },
    },
  });
});

test('it has nothing of the hub besides, and the names of the official file', async () => {
  const document = await read();
  expect(JSON.stringify(document)).not.toMatch(/apiKey|Problem|csv/i);
  const { schemas } = document.components;
  for (const name of Object.keys(schemas)) expect(name).toMatch(/^[A-Za-z_]+DType$/);
  expect(Object.keys(schemas)).toEqual(
    expect.arrayContaining([
      'AcadSessionGUIDRefDType',
      'OrgSetDType',
      'SingleOrgDType',
      'imsx_StatusInfoDType',
    ]),
  );
  // The hub's own parameter and what comes of it stay out.
  expect(JSON.stringify(document)).not.toMatch(/asOf/);
  for (const { path, kind } of endpoints) {
    const { responses = {} } = document.paths[path]?.get ?? {};
    expect('404' in responses, path).toBe(path.includes('{'));
    expect('410' in responses, path).toBe(kind === 'collection');
  }
  for (const { operation } of operationsIn(document)) {
    expect(operation.tags?.[0]).toMatch(/^[A-Z][A-Za-z]+Management$/);
  }
});
