import { createHmac, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';

/**
 * Texts of credentials. The prefix lets secret scanners find them, the checksum lets typing errors and junk be refused
 * without asking the database, and a secret has 256 random bits, so a plain HMAC keeps it as safe as bcrypt would.
 */

/**
 * The halves of an API key. Its text is `rhk_<environment>_<id>_<secret><checksum>`, for example
 * `rhk_live_4fZ2…_9xQ…`; keys from before environments have none.
 */
export interface KeyText {
  /** Public half; finds the key's row. */
  readonly id: string;
  readonly secret: string;
}

/** Stands in the texts of a hub that was not told another. */
export const environmentDefault = 'live';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const base = BigInt(alphabet.length);
const idLength = 22;
const secretLength = 43;
const checksumLength = 6;
const idPattern = /^[0-9A-Za-z]{22}$/;
const keyPattern = /^rhk_(?:([a-z][a-z0-9]{0,11})_)?([0-9A-Za-z]{22})_([0-9A-Za-z]{43})$/;
const clientSecretPattern = /^rhs_(?:([a-z][a-z0-9]{0,11})_)?([0-9A-Za-z]{43})$/;
/** Bounds what is looked at of a text that anybody may send. */
const textLengthMax = 100;

/** A number in base 62, padded to a fixed length. */
function base62(value: bigint, length: number): string {
  let rest = value;
  let text = '';
  while (text.length < length) {
    text = alphabet.charAt(Number(rest % base)) + text;
    rest /= base;
  }
  return text;
}

function random(bytes: number, length: number): string {
  return base62(BigInt(`0x${randomBytes(bytes).toString('hex')}`), length);
}

function checksum(text: string): string {
  return base62(BigInt(crc32(text)), checksumLength);
}

/** 128 random bits to find a row by. */
export function makeId(): string {
  return random(16, idLength);
}

/** Whether a text could have come from `makeId`. */
export function isId(text: string): boolean {
  return idPattern.test(text);
}

/** A credential that was just made. Its text is shown once; the rest is what lists show of it. */
export interface MadeCredential {
  readonly secret: string;
  readonly text: string;
  /** What the text begins with; nothing of the secret. */
  readonly prefix: string;
  /** Of the checksum. */
  readonly lastFour: string;
}

/** 256 random bits to prove oneself with, and the text that shows them. */
function makeSecret(prefix: string): MadeCredential {
  const secret = random(32, secretLength);
  const body = prefix + secret;
  const text = body + checksum(body);
  return { secret, text, prefix, lastFour: text.slice(-4) };
}

/** What stands before a checksum; nothing when it does not fit. */
function checkedBody(text: string): string {
  if (text.length > textLengthMax) return '';
  const body = text.slice(0, -checksumLength);
  return checksum(body) === text.slice(-checksumLength) ? body : '';
}

/** A new key of an environment, `live` for instance. */
export function makeKeyText(environment = environmentDefault): KeyText & MadeCredential {
  const id = makeId();
  return { id, ...makeSecret(`rhk_${environment}_${id}_`) };
}

/** The halves of a key's text, or undefined when it is none, was mistyped, or is of another environment. */
export function findKeyText(text: string, environment = environmentDefault): KeyText | undefined {
  const [, found, id, secret] = keyPattern.exec(checkedBody(text)) ?? [];
  if (id === undefined || secret === undefined) return undefined;
  return found === undefined || found === environment ? { id, secret } : undefined;
}

/** A new secret of an OAuth client; its text is `rhs_<environment>_<secret><checksum>`. */
export function makeClientSecret(environment = environmentDefault): MadeCredential {
  return makeSecret(`rhs_${environment}_`);
}

/** The secret in a client's secret text, or undefined when it is none, was mistyped, or is of another environment. */
export function findClientSecret(text: string, environment = environmentDefault): string | undefined {
  const [, found, secret] = clientSecretPattern.exec(checkedBody(text)) ?? [];
  return found === undefined || found === environment ? secret : undefined;
}

/** Whether an address holds something that could be a key or a secret of ours; an id alone is none. */
export function holdsCredential(address: string): boolean {
  return /rh[ks]_[0-9A-Za-z_]{43}/.test(address);
}

/** HMAC-SHA-256 of a secret under one of the derived keys: all that is kept of it. */
export function digestOf(secret: string, key: KeyObject): Buffer {
  return createHmac('sha256', key).update(secret).digest();
}

/** Compares in constant time. */
export function sameDigest(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
