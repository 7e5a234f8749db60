import type { ReadableStream as WebStream } from 'node:stream/web';
import { RosterError } from '../errors.ts';
import type { ClientCredentials, TokenRequest } from '../services/access/issue-token.ts';
import { readBody } from './read-body.ts';

/** All thirteen scopes by their full names are 1 KB. */
export const formBytesMax = 8_192;
/** Nobody needs this long to send some hundred bytes, and anybody may try. */
export const formSecondsMax = 10;

function refuse(detailJa: string, detail: string, cause?: RosterError): RosterError {
  return new RosterError('invalid_request', { detailJa, detail }, { cause });
}

/** OAuth 2.0 has one word for all that can be wrong with a body. */
function asRefusal(error: unknown): unknown {
  if (!(error instanceof RosterError)) return error;
  if (error.code === 'body_too_large') {
    return refuse(
      `本文は ${formBytesMax} バイトまでです。`,
      `the body may have ${formBytesMax} bytes`,
      error,
    );
  }
  if (error.code === 'body_too_slow')
    return refuse('本文が届きませんでした。', 'the body did not arrive in time', error);
  return refuse('送信が途中で切れました。', 'the body was cut');
}

/** Reads a form in bounded memory and time. Throws `invalid_request`. */
export async function readForm(
  headers: Headers,
  body: WebStream<Uint8Array> | null,
): Promise<URLSearchParams> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(headers.get('content-type') ?? '')) {
    throw refuse(
      'Content-Type は application/x-www-form-urlencoded にしてください。',
      'send application/x-www-form-urlencoded',
    );
  }
  try {
    const bytes = await readBody(body, { bytesMax: formBytesMax, secondsMax: formSecondsMax });
    return new URLSearchParams(bytes.toString());
  } catch (error) {
    throw asRefusal(error);
  }
}

/** Parameters that may stand there once. Others, whatever they are, are not looked at (RFC 6749 §3.2). */
const names = ['grant_type', 'scope', 'client_id', 'client_secret'] as const;

const basicPattern = /^Basic +([\w+/-]+=*)$/i;

/** `a%3Ab+c` -> `a:b c`; undefined when it is not encoded that way. */
function formDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

/**
 * The credentials of a Basic header, read as they are and, as RFC 6749 §2.3.1 wants them, as URL-encoded: clients do
 * both. Undefined without such a header; empty when it holds none.
 */
function findBasic(authorization: string): ClientCredentials[] | undefined {
  if (!/^Basic\b/i.test(authorization)) return undefined;
  const text = Buffer.from(basicPattern.exec(authorization)?.[1] ?? '', 'base64').toString();
  const colon = text.indexOf(':');
  if (colon < 0) return [];
  const raw = { id: text.slice(0, colon), secret: text.slice(colon + 1) };
  const id = formDecoded(raw.id);
  const secret = formDecoded(raw.secret);
  return id === undefined || secret === undefined ? [raw] : [raw, { id, secret }];
}

function credentialsOf(
  authorization: string,
  id: string | undefined,
  secret: string | undefined,
): readonly ClientCredentials[] {
  const basic = findBasic(authorization);
  if (basic === undefined) return id === undefined || secret === undefined ? [] : [{ id, secret }];
  const other = id !== undefined && !basic.some((one) => one.id === id);
  if (secret === undefined && !other) return basic;
  throw refuse(
    'client_id と client_secret は Authorization ヘッダーか本文のどちらか一方で送ってください。',
    'send client_id and client_secret in the Authorization header or in the body, not in both',
  );
}

/** A token request from its form and its Authorization header. Throws `invalid_request`, `unsupported_grant_type`. */
export function parseTokenRequest(form: URLSearchParams, authorization = ''): Omit<TokenRequest, 'address'> {
  for (const name of names) {
    if (form.getAll(name).length > 1) {
      throw refuse(`${name} は 1 回だけ送ってください。`, `${name} is there more than once`);
    }
  }
  // What has no value counts as left out (RFC 6749 §3.2).
  const [grantType, scope, id, secret] = names.map((name) => form.get(name) || undefined);
  if (grantType === undefined) throw refuse('grant_type がありません。', 'grant_type is missing');
  if (grantType !== 'client_credentials') throw new RosterError('unsupported_grant_type');
  return { credentials: credentialsOf(authorization, id, secret), scope };
}
