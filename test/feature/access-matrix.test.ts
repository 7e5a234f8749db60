import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Access } from '../../src/http/access.ts';
import type { Operation } from '../../src/http/router.ts';
import { type KeyRole, keyRoles, type Scope, scopes } from '../../src/model/scope.ts';
import { stopClient } from '../../src/services/access/change-client.ts';
import { rollCredential, stopCredential } from '../../src/services/access/create-credential.ts';
import { createKey } from '../../src/services/access/create-key.ts';
import { makeKeyText } from '../../src/services/access/key-text.ts';
import { documentApp } from '../support/document-app.ts';
import { clientIdOf, query } from '../support/embedded-folder.ts';
import { openContext } from '../support/hub-context.ts';
import { basicHeader, type OauthHub, startOauthHub } from '../support/oauth-hub.ts';

/** Every operation that is mounted. A new one is in here by being mounted; the lists below say what it may be. */
const { operations, routes } = documentApp();

/** What everybody may call: nothing of it is about anybody. Grows by a decision, not by accident. */
const publicOperations = [
  'GET /health',
  'GET /health/ready',
  'GET /health/live',
  'POST /oauth/token',
  'POST /oauth2/token',
  'GET /openapi.json',
  'GET /ims/oneroster/rostering/v1p2/discovery/onerosterv1p2rostersservice_openapi3_v1p0.json',
  'GET /ims/oneroster/rostering/v1p2/discovery/imsorv1p2_rostering_openapi3_v1p0.json',
  'GET /ims/oneroster/v1p2/discovery/onerosterv1p2rostersservice_openapi3_v1p0.json',
  'GET /ims/oneroster/v1p2/discovery/imsorv1p2_rostering_openapi3_v1p0.json',
  'GET /docs',
  'GET /docs/:digest/:name',
];

const nameOf = ({ method, path }: Operation) => `${method} ${path}`;
const isOpen = (access: Access) => access === 'public' || access === 'probe';
const guarded = operations.filter(({ access }) => !isOpen(access));
const service = '/ims/oneroster/rostering/v1p2/users?limit=1';

let oauth: OauthHub;
/** Texts that prove somebody, by what is wrong with them. */
const texts = new Map<string, string>();

beforeAll(async () => {
  oauth = await startOauthHub();
  await using ctx = openContext(oauth.hub);
  const keep = async (name: string, role: KeyRole, more: object = {}) => {
    const text = await createKey(ctx, { name, role, ...more });
    texts.set(name, text);
    return text;
  };
  const idOf = (text: string) => text.split('_').at(-2) ?? '';
  for (const role of keyRoles) await keep(role, role);
  for (const role of ['admin', 'reader'] as const) {
    await keep(`${role} without scopes`, role, { scopes: [] });
    await keep(`${role} elsewhere`, role, {
      addressMode: 'list',
      addresses: ['203.0.113.0/24', '2001:db8::/32'],
    });
    await keep(`${role} nowhere`, role, { addressMode: 'list' });
  }
  await stopCredential(ctx, idOf(await keep('revoked', 'admin')));
  await rollCredential(ctx, idOf(await keep('rolled', 'admin')), { grace: '0' });
  await stopClient(ctx, await clientIdOf(oauth.hub.databaseUrl, await keep('of a revoked client', 'admin')));
  const past = `now() - interval '1 second'`;
  const expired = idOf(await keep('expired', 'admin'));
  await query(oauth.hub.databaseUrl, `UPDATE credentials SET expires_at = ${past} WHERE id = $1`, [expired]);
  await keep('of an ended contract', 'admin');
  await query(
    oauth.hub.databaseUrl,
    `UPDATE clients SET expires_at = ${past} WHERE name = 'of an ended contract'`,
  );
  texts.set('unknown', makeKeyText().text);
  texts.set('of another environment', makeKeyText('test').text);
  texts.set(
    'with a wrong secret',
    `${(texts.get('admin') ?? '').slice(0, 32)}${makeKeyText().text.slice(32)}`,
  );
  texts.set('mistyped', (texts.get('admin') ?? '').slice(0, -1));
  for (const scope of scopes) {
    texts.set(scope, await oauth.tokenOf(await oauth.makeClient(scope, [scope])));
  }
  const far = await oauth.makeClient('far', scopes);
  texts.set('token elsewhere', await oauth.tokenOf(far));
  const list = `UPDATE clients SET address_mode = 'list', addresses = '{203.0.113.0/24}' WHERE id = $1`;
  await query(oauth.hub.databaseUrl, list, [far.id]);
});

afterAll(() => oauth.stop());

/** Status and code of a call of an operation. Its body is none, or none of its kind: access is judged before. */
async function call({ method, path }: Operation, headers: Record<string, string>) {
  const address = path.replaceAll(/:\w+/g, '00000000-0000-4000-8000-000000000000');
  const response = await fetch(oauth.hub.client.url + address, { method, headers });
  return { status: response.status, body: await response.text(), headers: response.headers };
}
const withKey = (name: string) => ({ authorization: `Bearer ${texts.get(name)}` });

/** What a caller gets who was let in: whatever is said of the request then, it is not about access. */
function expectLetIn(status: number): void {
  expect([401, 403, 500, 503]).not.toContain(status);
}

const rolesOf = (access: Access): readonly KeyRole[] =>
  typeof access === 'object' && 'roles' in access ? access.roles : [];
const scopesIn = (access: Access): readonly Scope[] =>
  typeof access === 'object' && 'scopes' in access ? access.scopes : [];

test('nothing is mounted that is not in the table', () => {
  const declared = new Set(operations.map(nameOf));
  const mounted = routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`);
  expect([...new Set(mounted)].filter((one) => !declared.has(one))).toEqual([]);
  expect(operations.length).toBeGreaterThan(100);
  expect(new Set(operations.map(nameOf)).size).toBe(operations.length);
});

test('what everybody may call is this, and no more', () => {
  const open = operations.filter(({ access }) => isOpen(access)).map(nameOf);
  expect(open.sort()).toEqual([...publicOperations].sort());
});

test('only what tells whether the hub lives may be asked without end', () => {
  const endless = operations.filter(({ access }) => access === 'probe').map(({ path }) => path);
  expect(endless.sort()).toEqual(['/health', '/health/live', '/health/ready']);
});

test('nothing that changes anything opens to a scope, and administration opens to administrators, the audit to auditors too', () => {
  for (const operation of guarded) {
    if (operation.method !== 'GET') expect(rolesOf(operation.access), nameOf(operation)).not.toEqual([]);
    const readers = operation.path.startsWith('/admin/audit') ? ['admin', 'auditor'] : ['admin'];
    if (operation.path.startsWith('/admin/')) expect(rolesOf(operation.access)).toEqual(readers);
    if (operation.path.startsWith('/ims/')) expect(scopesIn(operation.access)).not.toEqual([]);
  }
});

const bad = [
  'revoked',
  'rolled',
  'of a revoked client',
  'expired',
  'of an ended contract',
  'unknown',
  'of another environment',
  'with a wrong secret',
  'mistyped',
];

describe.each(guarded.map((operation) => [nameOf(operation), operation] as const))(
  '%s',
  (_name, operation) => {
    const { access } = operation;

    test('refuses whoever has no key', async () => {
      for (const headers of [{}, { authorization: 'Basic eDp5' }, { cookie: `key=${texts.get('admin')}` }]) {
        const { status, headers: answered } = await call(operation, headers);
        expect(status).toBe(401);
        expect(answered.get('www-authenticate')).toBe('Bearer realm="rosterhub"');
      }
    });

    test('refuses a key that does not work, whatever is wrong with it, in the same words', async () => {
      const bodies = new Set<string>();
      for (const name of bad) {
        const { status, body } = await call(operation, { ...withKey(name), 'x-request-id': 'matrix' });
        expect(status, name).toBe(401);
        bodies.add(body);
      }
      expect(bodies.size).toBe(1);
    });

    test('lets in its roles, and no other', async () => {
      for (const role of keyRoles) {
        const { status } = await call(operation, withKey(role));
        const reads = role === 'admin' || role === 'reader';
        const may = 'roles' in Object(access) ? rolesOf(access).includes(role) : reads;
        if (may) expectLetIn(status);
        else expect(status, role).toBe(403);
      }
    });

    test('lets in its scopes, and no other', async () => {
      for (const scope of scopes) {
        const { status } = await call(operation, withKey(scope));
        if (scopesIn(access).includes(scope)) expectLetIn(status);
        else expect(status, scope).toBe(403);
      }
      const { status } = await call(operation, withKey('admin without scopes'));
      if (rolesOf(access).includes('admin')) expectLetIn(status);
      else expect(status).toBe(403);
    });

    test('refuses its own callers from another address', async () => {
      const [role] = rolesOf(access);
      const own = role === undefined || role === 'admin' ? ['admin', 'reader'] : ['admin'];
      for (const name of own.flatMap((one) => [`${one} elsewhere`, `${one} nowhere`])) {
        const { status, body } = await call(operation, withKey(name));
        expect(status, name).toBe(403);
        expect(body).toContain('from this address (127.0.0.1)');
      }
      const forged = { ...withKey('admin elsewhere'), 'x-forwarded-for': '203.0.113.9' };
      expect((await call(operation, forged)).status).toBe(403);
      expect((await call(operation, withKey('token elsewhere'))).status).toBe(403);
    });
  },
);

test('a client that may not call from here gets no token either', async () => {
  const far = await oauth.makeClient('far away', scopes);
  const list = `UPDATE clients SET address_mode = 'list', addresses = '{}' WHERE id = $1`;
  await query(oauth.hub.databaseUrl, list, [far.id]);
  const response = await oauth.ask({ grant_type: 'client_credentials' }, basicHeader(far));
  expect([response.status, JSON.parse(await response.text()).error]).toEqual([400, 'unauthorized_client']);
});

test('the keys of the matrix are good for something', async () => {
  for (const [name, status] of [
    ['admin', 200],
    ['reader', 200],
    ['importer', 403],
    ['auditor', 403],
    ['roster.readonly', 200],
  ] as const) {
    expect((await fetch(oauth.hub.client.url + service, { headers: withKey(name) })).status, name).toBe(
      status,
    );
  }
});
