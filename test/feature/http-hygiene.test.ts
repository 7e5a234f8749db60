import { connect } from 'node:net';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { strictPolicy } from '../../src/http/middleware/headers.ts';
import { jsonLimits } from '../../src/http/middleware/json-body.ts';
import { query } from '../support/embedded-folder.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

const allowed = 'https://tool.example.jp';
const users = '/ims/oneroster/rostering/v1p2/users?limit=1';
let hub: TestHub;
let open: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
  open = await startTestHub(undefined, { CORS_ORIGINS: `${allowed} https://other.example.jp` });
});
afterAll(() => Promise.all([hub.stop(), open.stop()]));

/** Sends text as it is and gives back all that is answered. */
function raw(text: string): Promise<string> {
  const { hostname, port } = new URL(hub.client.url);
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect(Number(port), hostname, () => socket.write(text));
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  socket.on('error', reject);
  socket.on('close', () => resolve(answer));
  return promise;
}

describe('every answer', () => {
  /** Five kinds of answers: data, nothing, a refusal, a page, a document. */
  const paths = [users, '/nowhere', '/admin/clients', '/docs', '/openapi.json', '/health', '/oauth/token'];

  test.each(paths)('of %s has the headers of safety', async (path) => {
    const reference = new Hono().use(secureHeaders()).get('/', (c) => c.text(''));
    const wanted = Object.fromEntries((await reference.request('/')).headers);
    const response = await hub.client.get(path);
    const { 'content-type': _type, ...others } = wanted;
    expect(Object.fromEntries(response.headers)).toMatchObject({ ...others, 'x-frame-options': 'DENY' });
    expect(response.headers.get('cache-control')).toBe('no-store');
    const policy = response.headers.get('content-security-policy');
    if (path === '/docs') {
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
    } else expect(policy).toBe(strictPolicy);
    expect(response.headers.get('x-powered-by')).toBeNull();
    expect(response.headers.get('server')).toBeNull();
  });
});

describe('pages of other origins', () => {
  const origins = [
    allowed,
    `${allowed}.evil.example`,
    'https://evil.example',
    'null',
    'http://tool.example.jp',
    `${allowed}:444`,
  ];

  test.each(origins)('are told nothing where none is named: %s', async (origin) => {
    for (const method of ['GET', 'OPTIONS']) {
      const { headers } = await fetch(hub.client.url + users, {
        method,
        headers: { origin, 'access-control-request-method': 'GET' },
      });
      expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
  });

  test.each(origins)('are let in exactly when they are named: %s', async (origin) => {
    const response = await fetch(open.client.url + users, {
      headers: { origin, authorization: `Bearer ${open.client.key}` },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe(origin === allowed ? allowed : null);
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    expect(response.headers.get('vary')).toContain('Origin');
    const preflight = await fetch(open.client.url + users, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'GET' },
    });
    expect(preflight.status).toBe(origin === allowed ? 204 : 405);
    const headers = preflight.headers.get('access-control-allow-headers');
    if (origin === allowed) expect(headers).toContain('Authorization');
    else expect(headers).toBeNull();
  });

  test('hear of refusals too, so that a page can say what is wrong', async () => {
    const response = await fetch(open.client.url + users, { headers: { origin: allowed } });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([401, allowed]);
  });
});

describe('a JSON body', () => {
  const send = (body: string | ReadableStream, headers: Record<string, string> = {}) =>
    fetch(`${hub.client.url}/admin/sources/${encodeURIComponent('東')}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${hub.client.key}`, 'content-type': 'application/json', ...headers },
      body,
      ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
    } as RequestInit);
  const codeOf = async (response: Response) =>
    [response.status, JSON.parse(await response.text()).error?.code] as const;

  test('that is too large is 413, with its length or without', async () => {
    const large = `{"profile":"${'x'.repeat(jsonLimits.bytesMax)}"}`;
    expect(await codeOf(await send(large))).toEqual([413, 'body_too_large']);
    const chunks = new ReadableStream({
      start(controller) {
        for (let each = 0; each < 40; each += 1) controller.enqueue(new Uint8Array(32_768).fill(120));
        controller.close();
      },
    });
    expect(await codeOf(await send(chunks))).toEqual([413, 'body_too_large']);
  });

  test.each([
    ['text', 'profile=x', 'application/json'],
    ['half of it', '{"profile":', 'application/json'],
    ['a form', 'profile=x', 'application/x-www-form-urlencoded'],
    ['JSON as text', '{"interoperability":true}', 'text/plain'],
    ['JSON with an odd type', '{"interoperability":true}', 'application/json;'],
  ])('that is none is 400, and never taken for an empty one: %s', async (_name, text, type) => {
    expect(await codeOf(await send(text, { 'content-type': type }))).toEqual([400, 'body_malformed']);
  });

  test.each([
    '{"id":7}',
    '{"createdAt":"2020-01-01T00:00:00Z"}',
    '{"__proto__":{"profile":"japan-1.0"}}',
    '{"constructor":{"prototype":{"profile":"japan-1.0"}}}',
    '{"settings":{}}',
    '{"thresholds":{"__proto__":{"deletions":null}}}',
    '[]',
    '"x"',
    'null',
  ])('changes what may be changed and nothing else: %s', async (text) => {
    expect((await codeOf(await send(text)))[0]).toBe(400);
    expect(Object.hasOwn(Object.prototype, 'profile')).toBe(false);
    expect(await query(hub.databaseUrl, 'SELECT FROM sources')).toEqual([]);
  });
});

test('every JSON body that the hub takes is closed: it names its properties, at every depth', async () => {
  interface Schema {
    type?: string | string[];
    properties?: Record<string, Schema>;
    additionalProperties?: unknown;
    items?: Schema;
    anyOf?: Schema[];
    $ref?: string;
  }
  const document: {
    paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>>;
    components: { schemas: Record<string, Schema> };
  } = JSON.parse(await (await hub.client.get('/openapi.json')).text());
  const openSchemas: string[] = [];
  let closed = 0;
  const visit = (schema: Schema, place: string): void => {
    const { $ref, properties, items, anyOf, additionalProperties } = schema;
    if ($ref !== undefined) visit(document.components.schemas[$ref.split('/').at(-1) ?? ''] ?? {}, place);
    if (properties !== undefined) {
      if (additionalProperties === false) closed += 1;
      else openSchemas.push(place);
    }
    for (const [name, one] of Object.entries(properties ?? {})) visit(one, `${place}.${name}`);
    for (const one of [...(anyOf ?? []), ...(items === undefined ? [] : [items])]) visit(one, place);
  };
  for (const [path, item] of Object.entries(document.paths)) {
    for (const { requestBody } of Object.values(item)) {
      const schema = requestBody?.content['application/json']?.schema;
      if (schema !== undefined) visit(schema, path);
    }
  }
  expect(openSchemas).toEqual([]);
  expect(closed).toBeGreaterThan(8);
});

describe('credentials in an address', () => {
  test.each([
    (key: string) => `key=${key}`,
    (key: string) => `limit=1&x=${key}`,
    (key: string) => `filter=${encodeURIComponent(`familyName='${key}'`)}`,
    (key: string) => `x=${key.replaceAll('_', '%5F')}`,
    () => 'access_token=x',
    () => 'API_KEY=x',
    () => 'client_secret=x',
  ])('are 400 even beside a key that works, and are not written down', async (queryOf) => {
    const sign = users.includes('?') ? '&' : '?';
    const response = await hub.client.get(`${users}${sign}${queryOf(hub.client.key)}`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Authorization header');
    expect(hub.logLines.join('')).not.toContain(hub.client.key.slice(-20));
  });

  test('are not seen where there are none', async () => {
    const filter = encodeURIComponent("familyName='rhk_' OR givenName='api_key'");
    expect((await hub.client.get(`${users}&filter=${filter}`)).status).toBe(200);
  });
});

describe('a request that is framed oddly', () => {
  const head = 'POST /oauth/token HTTP/1.1\r\nHost: x\r\n';
  const body = '5\r\nhello\r\n0\r\n\r\n';
  test.each([
    ['a length and chunks', `${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n${body}`],
    ['chunks and a length', `${head}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n${body}`],
    ['two lengths', `${head}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello`],
    ['a length that is none', `${head}Content-Length: +5\r\n\r\nhello`],
    ['chunks that are not last', `${head}Transfer-Encoding: chunked, identity\r\n\r\n${body}`],
    ['an odd name', `${head}Transfer-Encoding : chunked\r\n\r\n${body}`],
    ['no host', 'GET /health HTTP/1.1\r\n\r\n'],
    ['a folded header', `${head}X-Y: 1\r\n 2\r\nContent-Length: 0\r\n\r\n`],
  ])('is 400 and the end of the connection: %s', async (_name, text) => {
    const answer = await raw(text);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer.match(/HTTP\/1\.1/g)?.length).toBe(1);
  });

  test('with large headers is 431', async () => {
    expect(await raw(`GET /health HTTP/1.1\r\nHost: x\r\nX-Y: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 /,
    );
  });
});
