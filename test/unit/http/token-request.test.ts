import { afterEach, describe, expect, test, vi } from 'vitest';
import { errorTable, RosterError } from '../../../src/errors.ts';
import {
  formBytesMax,
  formSecondsMax,
  parseTokenRequest,
  readForm,
} from '../../../src/http/token-request.ts';
import { refusalOf } from '../../support/pieces.ts';

const grant = 'grant_type=client_credentials';
const parse = (form: string, authorization?: string) =>
  parseTokenRequest(new URLSearchParams(form), authorization);
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

/** Code and English text of a refusal. */
async function refusal(run: () => unknown): Promise<[string, string]> {
  const error = await refusalOf(run);
  if (!(error instanceof RosterError)) throw error;
  return [error.code, error.texts.en];
}

describe('credentials of a token request', () => {
  test('are read from the form', () => {
    expect(parse(`${grant}&client_id=a&client_secret=b%2Bc`)).toEqual({
      credentials: [{ id: 'a', secret: 'b+c' }],
      scope: undefined,
    });
  });

  test.each<[string, string, [string, string][]]>([
    ['as they are', 'id:secret', [['id', 'secret']]],
    ['with a colon in the secret', 'id:a:b', [['id', 'a:b']]],
    [
      'both ways when they may be URL-encoded',
      'i%3Ad:a+b%25',
      [
        ['i%3Ad', 'a+b%25'],
        ['i:d', 'a b%'],
      ],
    ],
    ['as they are when they cannot be URL-encoded', 'id:100%', [['id', '100%']]],
    ['empty', ':', [['', '']]],
  ])('are read from a Basic header, %s', (_name, text, wanted) => {
    const { credentials } = parse(grant, basic(text));
    const pairs = new Set(credentials.map(({ id, secret }) => JSON.stringify([id, secret])));
    expect([...pairs].map((pair) => JSON.parse(pair))).toEqual(wanted);
  });

  test('of a Basic header may be accompanied by the same client_id', () => {
    const wanted = parse(grant, basic('i%64:x')).credentials;
    expect(parse(`${grant}&client_id=id`, basic('i%64:x')).credentials).toEqual(wanted);
    expect(parse(`${grant}&client_id=i%2564`, basic('i%64:x')).credentials).toEqual(wanted);
  });

  test.each([
    ['', undefined],
    ['&client_id=a', undefined],
    ['&client_secret=b', undefined],
    ['&client_id=&client_secret=b', undefined],
    ['', 'Basic'],
    ['', 'Basic ****'],
    ['', basic('no colon')],
    ['', 'Bearer x'],
  ])('are none: %j %j', (form, authorization) => {
    expect(parse(grant + form, authorization).credentials).toEqual([]);
  });

  test('stand in the form beside a header of another kind', () => {
    expect(parse(`${grant}&client_id=a&client_secret=b`, 'Bearer x').credentials.length).toBe(1);
  });

  test.each(['&client_secret=b', '&client_id=id&client_secret=secret', '&client_id=other'])(
    'are refused when there are two: %s',
    async (form) => {
      const [code] = await refusal(() => parse(grant + form, basic('id:secret')));
      expect(code).toBe('invalid_request');
    },
  );
});

describe('parameters of a token request', () => {
  test('are taken once, and others are not looked at', () => {
    const form = `${grant}&scope=a+b%20c&resource=x&resource=y&constructor=1`;
    expect(parse(form).scope).toBe('a b c');
    expect(parse(`${grant}&scope=`).scope).toBeUndefined();
  });

  test.each(['grant_type', 'scope', 'client_id', 'client_secret'])('are refused twice: %s', async (name) => {
    const form = `grant_type=client_credentials&scope=a&client_id=b&client_secret=c&${name}=`;
    const [code, text] = await refusal(() => parse(form));
    expect([code, text]).toEqual([
      'invalid_request',
      expect.stringContaining(`${name} is there more than once`),
    ]);
  });

  test.each(['', 'grant_type=', 'grant=client_credentials'])('need a grant_type: %j', async (form) => {
    expect((await refusal(() => parse(form)))[0]).toBe('invalid_request');
  });

  test.each(['password', 'refresh_token', 'Client_Credentials', 'client_credentials '])(
    'know no other grant_type: %j',
    async (type) => {
      const form = new URLSearchParams({ grant_type: type }).toString();
      expect((await refusal(() => parse(form)))[0]).toBe('unsupported_grant_type');
    },
  );
});

describe('the form of a token request', () => {
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const bodyOf = (...chunks: readonly string[]) => ReadableStream.from(chunks.map((one) => Buffer.from(one)));
  const form = async (...chunks: readonly string[]) => [
    ...(await readForm(new Headers(type), bodyOf(...chunks))),
  ];

  afterEach(() => {
    vi.useRealTimers();
  });

  test('arrives in pieces that may cut a character', async () => {
    const [e3, ...rest] = Buffer.from('あ');
    const body = ReadableStream.from([Buffer.from('a=b&c='), Buffer.from([e3 ?? 0]), Buffer.from(rest)]);
    expect([...(await readForm(new Headers(type), body))]).toEqual([
      ['a', 'b'],
      ['c', 'あ'],
    ]);
    const headers = new Headers({ 'content-type': 'Application/X-WWW-Form-Urlencoded; charset=UTF-8' });
    expect([...(await readForm(headers, bodyOf('a=b')))]).toEqual([['a', 'b']]);
    expect([...(await readForm(headers, null))]).toEqual([]);
  });

  test.each([
    '',
    'application/json',
    'multipart/form-data; boundary=x',
    'text/plain',
    'xapplication/x-www-form-urlencoded',
  ])('is no other type: %j', async (other) => {
    const headers = new Headers(other === '' ? {} : { 'content-type': other });
    expect(await refusal(() => readForm(headers, bodyOf('a=b')))).toEqual([
      'invalid_request',
      'The token request is not valid: send application/x-www-form-urlencoded.',
    ]);
  });

  test('has a bound, however it is cut', async () => {
    const most = `a=${'x'.repeat(formBytesMax - 2)}`;
    expect((await form(most)).length).toBe(1);
    expect((await form(...(most.match(/.{1,1000}/g) ?? []))).length).toBe(1);
    expect((await refusal(() => form(`${most}x`)))[1]).toContain('8192 bytes');
    expect((await refusal(() => form(most, 'x')))[1]).toContain('8192 bytes');
  });

  test('is not waited for without end', async () => {
    vi.useFakeTimers();
    const silent = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(Buffer.from(grant)),
    });
    const refused = refusal(() => readForm(new Headers(type), silent));
    await vi.advanceTimersByTimeAsync(formSecondsMax * 1_000);
    expect((await refused)[1]).toContain('did not arrive in time');
  });

  test('that breaks off is not a form', async () => {
    const broken = new ReadableStream<Uint8Array>({
      start: (controller) => controller.error(new Error('aborted')),
    });
    expect((await refusal(() => readForm(new Headers(type), broken)))[1]).toContain('the body was cut');
  });
});

test('what the token endpoint says of an error fits into an error_description', () => {
  const codes = ['invalid_request', 'invalid_client', 'unsupported_grant_type', 'invalid_scope'] as const;
  for (const code of [...codes, 'internal', 'server_busy', 'database_unavailable'] as const) {
    expect(errorTable[code].en, code).toMatch(/^[\x20\x21\x23-\x5B\x5D-\x7E]+$/);
  }
});
