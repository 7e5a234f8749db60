import { createSecretKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { RosterError } from '../../../src/errors.ts';
import { type Cursor, readCursor, writeCursor } from '../../../src/services/roster/cursor.ts';
import { refusalOf } from '../../support/pieces.ts';

const key = createSecretKey(Buffer.alloc(32, 7));
const walk: Cursor = {
  ...{ publication: 12, total: 200_000, position: 300 },
  ...{ after: '0b9f/7a@52.髙', rewritten: 0 },
};
const asked = `getAllUsers {} ["status='active'",null,null]`;
const refused = ['invalid_parameter', 'cursor'];

async function codeOf(text: string, question = asked, own = key) {
  const error = await refusalOf(() => readCursor(text, question, own));
  if (!(error instanceof RosterError)) throw error;
  return [error.code, error.params.name];
}

describe('a cursor', () => {
  test.each([
    walk,
    { ...walk, after: undefined },
    { ...walk, position: 2_147_483_647, total: 0 },
    { ...walk, rewritten: 13 },
    { ...walk, rewritten: 13, after: undefined },
  ])('comes back as it was written, and needs no escaping in a URL', (cursor) => {
    const text = writeCursor(cursor, asked, key);
    expect(text).toMatch(/^[\w.-]+$/);
    expect(readCursor(text, asked, key)).toEqual(cursor);
  });

  test.each([
    asked.replace('Users', 'Students'),
    asked.replace('{}', '{"a":"b"}'),
    asked.replace('active', 'tobedeleted'),
    asked.replace(',null]', ',"desc"]'),
  ])('is refused for another question: %s', async (question) => {
    expect(question).not.toBe(asked);
    expect(await codeOf(writeCursor(walk, asked, key), question)).toEqual(refused);
  });

  test('does not tell what was asked', () => {
    const [body = ''] = writeCursor(walk, asked, key).split('.');
    expect(Buffer.from(body, 'base64url').toString()).not.toContain('active');
  });

  test('is refused when another secret signed it', async () => {
    expect(await codeOf(writeCursor(walk, asked, createSecretKey(Buffer.alloc(32, 8))))).toEqual(refused);
  });

  test('is refused after any change of what it says', async () => {
    const text = writeCursor(walk, asked, key);
    const dot = text.indexOf('.');
    for (let at = 0; at <= dot; at += 1) {
      for (const wrong of ['A', 'z', '']) {
        if (text.charAt(at) === wrong) continue;
        const changed = text.slice(0, at) + wrong + text.slice(at + 1);
        expect(await codeOf(changed), changed).toEqual(refused);
      }
    }
  });

  test('is refused after any change of its signature', async () => {
    const text = writeCursor(walk, asked, key);
    const dot = text.indexOf('.');
    const signature = Buffer.from(text.slice(dot + 1), 'base64url');
    expect(signature.length).toBe(16);
    for (let bit = 0; bit < 128; bit += 1) {
      const forged = Buffer.from(signature);
      forged.writeUInt8(forged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      const changed = text.slice(0, dot + 1) + forged.toString('base64url');
      expect(await codeOf(changed)).toEqual(refused);
    }
  });

  test('with new words under an old signature is refused', async () => {
    const [, signature = ''] = writeCursor(walk, asked, key).split('.');
    const words = JSON.stringify([12, 1, 0, '']);
    expect(await codeOf(`${Buffer.from(words).toString('base64url')}.${signature}`)).toEqual(refused);
  });

  test.each(['', '.', 'x', 'a.b', '..', '髙.髙', 'x'.repeat(10_000)])(
    'is not just any text: %j',
    async (text) => {
      expect(await codeOf(text)).toEqual(refused);
    },
  );
});
