import { setTimeout as pause } from 'node:timers/promises';
import { HubFault, parseObject } from './hub-fault.ts';

/** How the program proves who it is: an API key, or the credentials of an OAuth2 client. */
export type Credentials =
  | { readonly kind: 'key'; readonly key: string }
  | {
      readonly kind: 'client';
      readonly id: string;
      readonly secret: string;
      readonly tokenUrl: string;
      /** Full scope URLs, blank-separated. */
      readonly scope: string;
    };

/** An answer that was read to its end. */
export interface Answer {
  /** HTTP status; 0 when there was none. */
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Failures that pass; the same request may be sent again. */
const passing: readonly number[] = [0, 429, 500, 502, 503, 504];
/** With the waits below about a minute of patience; the next poll begins with the same T anyway. */
const attemptsMax = 7;
const backoffFirstMs = 1_000;
/** A server that asks for a longer wait is left alone until the next poll. */
const waitMaxMs = 600_000;
/** The slowest page is far below; a connection that is silent for longer is dead. */
const silenceMs = 120_000;

/** `Retry-After: 5` or a date -> milliseconds; undefined without the header. */
function retryAfterMs(headers: Headers): number | undefined {
  const text = headers.get('retry-after');
  if (text === null) return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

/** 1, 2, 4 … seconds, shortened by chance so that many clients do not come back at one moment. */
function backoffMs(attempt: number): number {
  return backoffFirstMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
}

/** Why there was no answer: `ECONNREFUSED`, `CERT_HAS_EXPIRED`, … */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? ('code' in cause ? String(cause.code) : cause.name) : '';
}

/** Sends once. No answer, or only a part of one, is status 0 with the reason as its text. */
async function tryOnce(url: URL | string, init: RequestInit): Promise<Answer> {
  try {
    // A redirect would carry the key to a place that nobody named.
    const response = await fetch(url, {
      ...init,
      redirect: 'error',
      signal: AbortSignal.timeout(silenceMs),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    return { status: 0, headers: new Headers(), text: reasonOf(error) };
  }
}

/** Sends until there is an answer that is no passing failure, waiting as long as the hub asks for. */
async function sendPatiently(
  say: (text: string) => void,
  url: URL | string,
  init: RequestInit,
): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await tryOnce(url, init);
    if (!passing.includes(answer.status)) return answer;
    const waitMs = retryAfterMs(answer.headers) ?? backoffMs(attempt);
    if (attempt === attemptsMax || waitMs > waitMaxMs) throw HubFault.of(answer);
    const what = answer.status === 0 ? `応答なし / no answer (${answer.text})` : `HTTP ${answer.status}`;
    const seconds = (waitMs / 1_000).toFixed(1);
    say(`  ${what}: ${seconds} 秒待ちます / waiting ${seconds} s (${attempt}/${attemptsMax})`);
    await pause(waitMs);
  }
}

/** Requests to one hub, one at a time: with a key or token, patient with failures that pass. */
export class HubRequests {
  /** Without a trailing slash. */
  readonly base: string;
  readonly #credentials: Credentials;
  readonly #say: (text: string) => void;
  #token: string | undefined;

  constructor(base: string, credentials: Credentials, say: (text: string) => void) {
    this.base = base;
    this.#credentials = credentials;
    this.#say = say;
  }

  /** GETs an address of the hub. Throws a `HubFault` for everything but 200. */
  async get(url: URL): Promise<Answer> {
    let answer = await this.#send(url);
    if (answer.status === 401 && this.#credentials.kind === 'client') {
      // Tokens end after an hour. One new token is tried; when that is refused too, the client itself is.
      this.#token = undefined;
      answer = await this.#send(url);
    }
    if (answer.status !== 200) throw HubFault.of(answer);
    return answer;
  }

  async #send(url: URL): Promise<Answer> {
    const headers = { authorization: `Bearer ${await this.#bearer()}`, accept: 'application/json' };
    return sendPatiently(this.#say, url, { headers });
  }

  async #bearer(): Promise<string> {
    if (this.#credentials.kind === 'key') return this.#credentials.key;
    this.#token ??= await this.#newToken(this.#credentials);
    return this.#token;
  }

  async #newToken({ id, secret, tokenUrl, scope }: Credentials & { kind: 'client' }): Promise<string> {
    const pair = `${encodeURIComponent(id)}:${encodeURIComponent(secret)}`;
    const answer = await sendPatiently(this.#say, tokenUrl, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
    });
    if (answer.status !== 200) throw HubFault.of(answer);
    const token = parseObject(answer.text).access_token;
    if (typeof token !== 'string') throw new HubFault(200, 'トークンがありません / there is no access_token');
    return token;
  }
}
