import { createHmac, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';

/**
 * Texts of credentials. The prefix lets secret scanners find them, the checksum lets typing errors and junk be refused
 * without asking the database, and a secret has 256 random bits, so a plain HMAC keeps it as safe as bcrypt would.
 */

/** The halves of an API key. Its text is `rhk_<id>_<secret><checksum>`, for example `rhk_4fZ2…_9xQ…`. */
export interface KeyText {
  /** Public half; finds the key's row. */
  readonly id: string;
  readonly secret: string;
}

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const base = BigInt(alphabet.length);
const idLength = 22;
const secretLength = 43;
const checksumLength = 6;
const idPattern = /^[0-9A-Za-z]{22}$/;
const keyPattern = /^rhk_([0-9A-Za-z]{22})_([0-9A-Za-z]{43})$/;
const clientSecretPattern = /^rhs_([0-9A-Za-z]{43})$/;

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

/** 256 random bits to prove oneself with, and the text that shows them. */
function makeSecret(prefix: string): { readonly secret: string; readonly text: string } {
  const secret = random(32, secretLength);
  const body = prefix + secret;
  return { secret, text: body + checksum(body) };
}

/** What stands before a checksum; nothing when it does not fit. */
function checkedBody(text: string): string {
  const body = text.slice(0, -checksumLength);
  return checksum(body) === text.slice(-checksumLength) ? body : '';
}

/** A new key. */
export function makeKeyText(): KeyText & { readonly text: string } {
  const id = makeId();
  return { id, ...makeSecret(`rhk_${id}_`) };
}

/** The halves of a key's text, or undefined when it is none or was mistyped. */
export function findKeyText(text: string): KeyText | undefined {
  const [, id, secret] = keyPattern.exec(checkedBody(text)) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

/** A new secret of an OAuth client; its text is `rhs_<secret><checksum>`. Its id is made by `makeId`. */
export function makeClientSecret(): { readonly secret: string; readonly text: string } {
  return makeSecret('rhs_');
}

/** The secret in a client's secret text, or undefined when it is none or was mistyped. */
export function findClientSecret(text: string): string | undefined {
  return clientSecretPattern.exec(checkedBody(text))?.[1];
}

/** HMAC-SHA-256 of a secret under one of the derived keys: all that is kept of it. */
export function digestOf(secret: string, key: KeyObject): Buffer {
  return createHmac('sha256', key).update(secret).digest();
}

/** Compares in constant time. */
export function sameDigest(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

const nobody = Buffer.alloc(32);

/** Whether a secret is that of a row. Without a row it is not, at the cost of a wrong secret. */
export function provesRow<Row extends { readonly digest: Buffer }>(
  secret: string,
  key: KeyObject,
  row: Row | undefined,
): row is Row {
  const same = sameDigest(digestOf(secret, key), row?.digest ?? nobody);
  return same && row !== undefined;
}
