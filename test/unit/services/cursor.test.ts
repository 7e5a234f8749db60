import { describe, expect, test } from 'vitest';
import { RosterError } from '../../../src/errors.ts';
import { type Cursor, readCursor, writeCursor } from '../../../src/services/roster/cursor.ts';
import { refusalOf } from '../../support/pieces.ts';

const key = Buffer.alloc(32, 7);
const walk: Cursor = {
  operationId: 'getAllUsers',
  publication: 12,
  after: '0b9f/7a@52.髙',
  total: 200_000,
  range: undefined,
};

async function codeOf(text: string, operationId = 'getAllUsers', own = key) {
  const error = await refusalOf(() => readCursor(text, operationId, own));
  if (!(error instanceof RosterError)) throw error;
  return [error.code, error.params.name];
}

describe('a cursor', () => {
  test.each([
    walk,
    { ...walk, range: { low: 3, high: 9 } },
    { ...walk, range: { low: 0, high: Number.MAX_SAFE_INTEGER } },
  ])('comes back as it was written, and needs no escaping in a URL', (cursor) => {
    const text = writeCursor(cursor, key);
    expect(text).toMatch(/^[\w.-]+$/);
    expect(readCursor(text, 'getAllUsers', key)).toEqual(cursor);
  });

  test('is refused for another collection', async () => {
    expect(await codeOf(writeCursor(walk, key), 'getAllStudents')).toEqual(['invalid_parameter', 'cursor']);
  });

  test('is refused when another secret signed it', async () => {
    const text = writeCursor(walk, Buffer.alloc(32, 8));
    expect(await codeOf(text)).toEqual(['invalid_parameter', 'cursor']);
  });

  test('is refused after any change of what it says', async () => {
    const text = writeCursor(walk, key);
    const dot = text.indexOf('.');
    for (let at = 0; at <= dot; at += 1) {
      for (const wrong of ['A', 'z', '']) {
        if (text.charAt(at) === wrong) continue;
        const changed = text.slice(0, at) + wrong + text.slice(at + 1);
        expect(await codeOf(changed), changed).toEqual(['invalid_parameter', 'cursor']);
      }
    }
  });

  test('is refused after any change of its signature', async () => {
    const text = writeCursor(walk, key);
    const dot = text.indexOf('.');
    const signature = Buffer.from(text.slice(dot + 1), 'base64url');
    expect(signature.length).toBe(16);
    for (let bit = 0; bit < 128; bit += 1) {
      const forged = Buffer.from(signature);
      forged.writeUInt8(forged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      const changed = text.slice(0, dot + 1) + forged.toString('base64url');
      expect(await codeOf(changed)).toEqual(['invalid_parameter', 'cursor']);
    }
  });

  test('with new words under an old signature is refused', async () => {
    const [, signature = ''] = writeCursor(walk, key).split('.');
    const words = JSON.stringify(['getAllUsers', 12, '', 1]);
    expect(await codeOf(`${Buffer.from(words).toString('base64url')}.${signature}`)).toEqual([
      'invalid_parameter',
      'cursor',
    ]);
  });

  test.each(['', '.', 'x', 'a.b', '..', '髙.髙', 'x'.repeat(10_000)])(
    'is not just any text: %j',
    async (text) => {
      expect(await codeOf(text)).toEqual(['invalid_parameter', 'cursor']);
    },
  );
});
