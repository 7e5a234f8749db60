import { type BinaryLike, createHmac, generateKeyPairSync, KeyObject, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { scopes } from '../../../src/model/scope.ts';
import { findTokenClaims, signToken, tokenSeconds } from '../../../src/services/access/access-token.ts';
import { deriveKeys } from '../../../src/services/access/derive-keys.ts';

const ctx = { keys: deriveKeys('f00dfeedf00dfeedf00dfeedf00dfeed'), publicUrl: 'https://hub.example.jp' };
const now = new Date('2026-04-01T00:00:00.000Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
const client = { clientId: 'learning-tool', scopes: ['roster.readonly'] as const };

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part = ''): Record<string, unknown> => JSON.parse(Buffer.from(part, 'base64url').toString());

/** Header and claims of a token as this hub makes them. */
async function parts() {
  const [header, claims] = (await signToken(ctx, client, now)).split('.');
  return { header: decode(header), claims: decode(claims) };
}

/** A token signed by hand, not by the library that reads it. */
function forge(
  header: unknown,
  claims: unknown,
  key: KeyObject | BinaryLike = ctx.keys.tokens,
  hash = 'sha256',
): string {
  const text = `${encode(header)}.${encode(claims)}`;
  return `${text}.${createHmac(hash, key).update(text).digest('base64url')}`;
}

const read = (text: string, at = later(1)) => findTokenClaims(ctx, text, at);

describe('a token under a secret that was rolled', () => {
  const rolled = {
    ...ctx,
    keys: deriveKeys('1'.repeat(32), 'f00dfeedf00dfeedf00dfeedf00dfeed'),
  };

  test('of either secret works, and is signed by the new one', async () => {
    expect(await findTokenClaims(rolled, await signToken(ctx, client, now), later(1))).toEqual(client);
    const text = await signToken(rolled, client, now);
    expect(await findTokenClaims(rolled, text, later(1))).toEqual(client);
    expect(await read(text)).toBeUndefined();
    const alone = { ...ctx, keys: deriveKeys('1'.repeat(32)) };
    expect(await findTokenClaims(alone, text, later(1))).toEqual(client);
    expect(await findTokenClaims(alone, await signToken(ctx, client, now), later(1))).toBeUndefined();
  });
});

describe('a token', () => {
  test('comes back with its client and scopes', async () => {
    expect(await read(await signToken(ctx, client, now))).toEqual(client);
    const all = { clientId: 'x'.repeat(22), scopes };
    expect(await read(await signToken(ctx, all, now))).toEqual(all);
  });

  test('says who may use it, for what, where and until when, and is another one each time', async () => {
    const { header, claims } = await parts();
    expect(header).toEqual({ alg: 'HS256', typ: 'at+jwt' });
    expect(claims).toEqual({
      iss: 'https://hub.example.jp',
      aud: 'https://hub.example.jp/ims/oneroster',
      sub: 'learning-tool',
      client_id: 'learning-tool',
      scope: 'https://purl.imsglobal.org/spec/or/v1p2/scope/roster.readonly',
      iat: now.getTime() / 1_000,
      exp: now.getTime() / 1_000 + 3_600,
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect((await parts()).claims.jti).not.toBe(claims.jti);
  });

  test('works for one hour to the second', async () => {
    const text = await signToken(ctx, client, now);
    expect(await read(text, later(tokenSeconds - 1))).toEqual(client);
    expect(await read(text, later(tokenSeconds))).toBeUndefined();
    expect(await read(text, later(tokenSeconds * 1_000))).toBeUndefined();
  });

  test('made by hand is taken, so that the refusals below are refusals of what they change', async () => {
    const { header, claims } = await parts();
    expect(await read(forge(header, claims))).toEqual(client);
    expect(await read(forge(header, { ...claims, scope: 'x roster.readonly y' }))).toEqual(client);
  });
});

describe('a token is refused', () => {
  test.each(['none', 'None', 'NONE', 'nOnE', ''])('without a signature, as alg %j', async (alg) => {
    const { claims } = await parts();
    const text = `${encode({ alg, typ: 'at+jwt' })}.${encode(claims)}.`;
    expect(await read(text)).toBeUndefined();
    expect(await read(forge({ alg, typ: 'at+jwt' }, claims))).toBeUndefined();
    expect(await read((await signToken(ctx, client, now)).replace(/[^.]+$/, ''))).toBeUndefined();
  });

  test.each([
    ['HS384', 'sha384'],
    ['HS512', 'sha512'],
    ['HS256 ', 'sha256'],
    ['hs256', 'sha256'],
    ['RS256', 'sha256'],
    ['ES256', 'sha256'],
  ])('with another algorithm under the same key: %s', async (alg, hash) => {
    const { header, claims } = await parts();
    expect(await read(forge({ ...header, alg }, claims, ctx.keys.tokens, hash))).toBeUndefined();
  });

  test('with a signature that somebody else can make', async () => {
    const { header, claims } = await parts();
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const jwk = publicKey.export({ format: 'jwk' });
    const text = `${encode({ ...header, alg: 'RS256', jwk })}.${encode(claims)}`;
    const signature = sign('sha256', Buffer.from(text), privateKey).toString('base64url');
    expect(await read(`${text}.${signature}`)).toBeUndefined();
    const own = Buffer.alloc(32, 1);
    const carried = { ...header, jwk: { kty: 'oct', k: own.toString('base64url') }, kid: '../../dev/null' };
    expect(await read(forge(carried, claims, own))).toBeUndefined();
    expect(await read(forge({ ...header, kid: '/dev/null' }, claims, Buffer.alloc(0)))).toBeUndefined();
  });

  test('under any other key, of this hub or of another', async () => {
    const { header, claims } = await parts();
    const other = deriveKeys('another secret');
    for (const key of [ctx.keys.apiKeys, ctx.keys.clients, ctx.keys.cursors, ...Object.values(other)]) {
      if (!(key instanceof KeyObject)) continue;
      expect(await read(forge(header, claims, key))).toBeUndefined();
    }
  });

  test('after any change of a character', async () => {
    const text = await signToken(ctx, client, now);
    const last = text.length - 1;
    for (let at = 0; at < last; at += 1) {
      const wrong = text.charAt(at) === 'A' ? 'B' : 'A';
      expect(await read(text.slice(0, at) + wrong + text.slice(at + 1)), String(at)).toBeUndefined();
    }
    const [header, , signature] = text.split('.');
    const claims = encode({ ...(await parts()).claims, sub: 'somebody-else' });
    expect(await read(`${header}.${claims}.${signature}`)).toBeUndefined();
  });

  test.each<[string, Record<string, unknown>]>([
    ['another issuer', { iss: 'https://hub.example.com' }],
    ['no issuer', { iss: undefined }],
    ['another audience', { aud: 'https://hub.example.jp' }],
    ['no audience', { aud: undefined }],
    ['no client', { sub: undefined }],
    ['a client that is no text', { sub: 17 }],
    ['no scope', { scope: undefined }],
    ['scopes that are no text', { scope: ['roster.readonly'] }],
    ['no expiry', { exp: undefined }],
    ['an expiry that is no number', { exp: '9999999999' }],
    ['an expiry in the past', { exp: now.getTime() / 1_000 }],
    ['no time of issue', { iat: undefined }],
    ['a time of issue that is no number', { iat: 'now' }],
    ['no id', { jti: undefined }],
    ['a beginning in the future', { nbf: now.getTime() / 1_000 + 60 }],
  ])('with the right signature but %s', async (_name, changed) => {
    const { header, claims } = await parts();
    expect(await read(forge(header, { ...claims, ...changed }))).toBeUndefined();
  });

  test.each<[string, Record<string, unknown>]>([
    ['no type', { typ: undefined }],
    ['the type of another kind of token', { typ: 'JWT' }],
    ['the type of an identity', { typ: 'id_token+jwt' }],
    ['an extension that must be understood', { crit: ['http://example.jp/x'], 'http://example.jp/x': true }],
    ['a body that is not encoded', { b64: false, crit: ['b64'] }],
  ])('with the right signature but %s', async (_name, changed) => {
    const { header, claims } = await parts();
    expect(await read(forge({ ...header, ...changed }, claims))).toBeUndefined();
  });

  test('when it is larger than any that this hub makes', async () => {
    const { header, claims } = await parts();
    const allScopes = await signToken(ctx, { clientId: 'x'.repeat(22), scopes }, now);
    expect(allScopes.length).toBeLessThan(3_000);
    expect(await read(forge(header, { ...claims, more: 'x'.repeat(2_000) }))).toEqual(client);
    expect(await read(forge(header, { ...claims, more: 'x'.repeat(4_000) }))).toBeUndefined();
  });

  test.each([
    '',
    '.',
    '..',
    '...',
    'a.b.c',
    'e30.e30.e30',
    'bnVsbA.bnVsbA.bnVsbA',
    '髙.髙.髙',
    `${encode({ alg: 'HS256', typ: 'at+jwt' })}.!.!`,
    `${encode([])}.${encode([])}.`,
    'x.'.repeat(100_000),
    'a'.repeat(1_000_000),
  ])('as any other text: %#', async (text) => {
    expect(await read(text)).toBeUndefined();
  });

  test('as any signed text that is no JSON object', async () => {
    const { header } = await parts();
    for (const claims of [null, 17, 'x', [], true]) expect(await read(forge(header, claims))).toBeUndefined();
    const text = `${encode(header)}.${Buffer.from('{"sub":').toString('base64url')}`;
    const signature = createHmac('sha256', ctx.keys.tokens).update(text).digest('base64url');
    expect(await read(`${text}.${signature}`)).toBeUndefined();
  });
});
