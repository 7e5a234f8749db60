import { KeyObject } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { deriveKeys } from '../../../src/services/access/derive-keys.ts';
import {
  digestOf,
  findClientSecret,
  findKeyText,
  isId,
  makeClientSecret,
  makeId,
  makeKeyText,
  sameDigest,
} from '../../../src/services/access/key-text.ts';
import { provesRow } from '../../../src/services/access/prove.ts';

/** CRC32 in base 62, as published for secret scanners. */
function checksumOf(body: string): string {
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  let rest = crc32(body);
  let text = '';
  for (; text.length < 6; rest = Math.floor(rest / 62)) text = alphabet.charAt(rest % 62) + text;
  return text;
}

describe('the text of a key', () => {
  test('gives back the halves that it was made of', () => {
    for (let round = 0; round < 200; round += 1) {
      const { text, id, secret } = makeKeyText();
      expect(text).toMatch(/^rhk_live_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}$/);
      expect(findKeyText(text)).toEqual({ id, secret });
    }
  });

  test('is refused where another environment is at home; one without an environment is not', () => {
    const { text, id, secret, prefix, lastFour } = makeKeyText('test');
    expect(text).toMatch(/^rhk_test_/);
    expect([text.startsWith(prefix), text.endsWith(lastFour), prefix.includes(secret)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(findKeyText(text)).toBeUndefined();
    expect(findKeyText(text, 'test')).toEqual({ id, secret });
    const old = 'rhk_0000000000000000000000_0000000000000000000000000000000000000000000';
    expect(findKeyText(`${old}${checksumOf(old)}`)).toEqual({ id: '0'.repeat(22), secret: '0'.repeat(43) });
    expect(findClientSecret(makeClientSecret('test').text)).toBeUndefined();
  });

  test('is another one each time', () => {
    const made = Array.from({ length: 500 }, () => makeKeyText());
    expect(new Set(made.map(({ id }) => id)).size).toBe(500);
    expect(new Set(made.map(({ secret }) => secret)).size).toBe(500);
  });

  test('is refused after any change of one character', () => {
    const { text } = makeKeyText();
    for (let at = 0; at < text.length; at += 1) {
      for (const wrong of ['0', 'A', 'z', '_', '-', ' ']) {
        if (text.charAt(at) === wrong) continue;
        const changed = text.slice(0, at) + wrong + text.slice(at + 1);
        expect(findKeyText(changed), changed).toBeUndefined();
      }
    }
  });

  test('is refused when characters are missing, added or swapped', () => {
    const { text } = makeKeyText();
    for (let at = 0; at < text.length; at += 1) {
      expect(findKeyText(text.slice(0, at) + text.slice(at + 1))).toBeUndefined();
      expect(findKeyText(`${text.slice(0, at)}0${text.slice(at)}`)).toBeUndefined();
      const [one = '', two = ''] = text.slice(at, at + 2);
      const swapped = text.slice(0, at) + two + one + text.slice(at + 2);
      if (swapped !== text) expect(findKeyText(swapped)).toBeUndefined();
    }
  });

  test.each(['', 'rhk_', 'x', 'a'.repeat(100_000), `${makeKeyText().text}\n`, ` ${makeKeyText().text}`])(
    'is nothing but a key',
    (text) => expect(findKeyText(text)).toBeUndefined(),
  );
});

describe("the text of a client's secret", () => {
  test('gives back its 256 random bits, which are others each time', () => {
    const made = Array.from({ length: 500 }, () => makeClientSecret());
    for (const { text, secret } of made) {
      expect(text).toMatch(/^rhs_live_[0-9A-Za-z]{49}$/);
      expect(secret).toMatch(/^[0-9A-Za-z]{43}$/);
      expect(findClientSecret(text)).toBe(secret);
    }
    expect(new Set(made.map(({ secret }) => secret)).size).toBe(500);
  });

  test('is refused after any change of one character, and with one more or less', () => {
    const { text } = makeClientSecret();
    for (let at = 0; at < text.length; at += 1) {
      expect(findClientSecret(text.slice(0, at) + text.slice(at + 1))).toBeUndefined();
      expect(findClientSecret(`${text.slice(0, at)}0${text.slice(at)}`)).toBeUndefined();
      for (const wrong of ['0', 'A', 'z', '_', ' ']) {
        if (text.charAt(at) === wrong) continue;
        expect(findClientSecret(text.slice(0, at) + wrong + text.slice(at + 1))).toBeUndefined();
      }
    }
  });

  test('is not the text of a key, nor the other way round', () => {
    expect(findClientSecret(makeKeyText().text)).toBeUndefined();
    expect(findKeyText(makeClientSecret().text)).toBeUndefined();
    for (const text of ['', 'rhs_', `${makeClientSecret().text}\n`, 'a'.repeat(100_000)]) {
      expect(findClientSecret(text)).toBeUndefined();
    }
  });

  test('belongs to an id that fits into an address, a header and a query', () => {
    const ids = Array.from({ length: 500 }, makeId);
    expect(new Set(ids).size).toBe(500);
    for (const id of ids) expect(isId(id)).toBe(true);
    for (const text of ['', 'x', `${ids[0]}x`, `${ids[0]}\n`, 'a\u0000'.repeat(11), '髙'.repeat(22)]) {
      expect(isId(text)).toBe(false);
    }
  });
});

const workingKeys = (keys: object) => Object.values(keys).filter((key) => key instanceof KeyObject);

describe('digests', () => {
  const keys = deriveKeys('f00dfeedf00dfeedf00dfeedf00dfeed');

  test('are 256 bits, depend on secret and key, and compare', () => {
    const digest = digestOf('secret', keys.apiKeys);
    expect(digest.length).toBe(32);
    expect(sameDigest(digest, digestOf('secret', keys.apiKeys))).toBe(true);
    expect(sameDigest(digest, digestOf('Secret', keys.apiKeys))).toBe(false);
    expect(sameDigest(digest, digestOf('secret', keys.cursors))).toBe(false);
    expect(sameDigest(digest, digest.subarray(1))).toBe(false);
  });

  test('prove a row, and never a row that there is not', () => {
    const row = { digest: digestOf('secret', keys.clients), pepperId: keys.pepperId };
    expect(provesRow('secret', keys, 'secret', row)).toBe(true);
    expect(provesRow('Secret', keys, 'secret', row)).toBe(false);
    expect(provesRow('secret', keys, 'key', row)).toBe(false);
    expect(provesRow('secret', keys, 'secret', undefined)).toBe(false);
    expect(provesRow('secret', keys, 'secret', { ...row, digest: Buffer.alloc(0) })).toBe(false);
    expect(provesRow('secret', keys, 'secret', { ...row, pepperId: 'another' })).toBe(false);
    expect(provesRow('secret', keys, 'secret', { ...row, pepperId: null })).toBe(true);
  });

  test('prove a row under the secret before too, while both are valid', () => {
    const rolled = deriveKeys('1'.repeat(32), 'f00dfeedf00dfeedf00dfeedf00dfeed');
    const row = { digest: digestOf('secret', keys.clients), pepperId: keys.pepperId };
    expect(provesRow('secret', rolled, 'secret', row)).toBe(true);
    expect(provesRow('secret', rolled, 'secret', { ...row, pepperId: null })).toBe(true);
    expect(provesRow('secret', rolled, 'secret', { ...row, pepperId: rolled.pepperId })).toBe(false);
    expect(provesRow('secret', deriveKeys('1'.repeat(32)), 'secret', row)).toBe(false);
  });

  test('the working keys differ by purpose and by secret, and are the same at each start', () => {
    const again = deriveKeys('f00dfeedf00dfeedf00dfeedf00dfeed');
    const other = deriveKeys('f00dfeedf00dfeedf00dfeedf00dfeee');
    expect(again).toEqual(keys);
    const all = [...workingKeys(keys), ...workingKeys(other)].map((key) => key.export().toString('hex'));
    expect(new Set(all).size).toBe(16);
    for (const key of all) expect(key.length).toBe(64);
  });
});
