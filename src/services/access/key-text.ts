import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';

/**
 * The text of an API key: `rhk_<id>_<secret><checksum>`, for example
 * `rhk_4fZ2…_9xQ…`. The prefix lets secret scanners find it, the checksum lets typing errors and junk be refused
 * without asking the database, and the secret has 256 random bits, so a plain HMAC keeps it as safe as bcrypt would.
 */
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
const pattern = /^rhk_([0-9A-Za-z]{22})_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/;

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

/** A new key: 128 random bits to find it, 256 to prove it. */
export function makeKeyText(): KeyText & { readonly text: string } {
  const id = random(16, idLength);
  const secret = random(32, secretLength);
  const body = `rhk_${id}_${secret}`;
  return { id, secret, text: body + checksum(body) };
}

/** The halves of a key's text, or undefined when it is none or was mistyped. */
export function findKeyText(text: string): KeyText | undefined {
  const match = pattern.exec(text);
  const [, id, secret, sum] = match ?? [];
  if (id === undefined || secret === undefined) return undefined;
  return checksum(`rhk_${id}_${secret}`) === sum ? { id, secret } : undefined;
}

export function digestOf(secret: string, key: Buffer): Buffer {
  return createHmac('sha256', key).update(secret).digest();
}

/** Compares in constant time. */
export function sameDigest(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
