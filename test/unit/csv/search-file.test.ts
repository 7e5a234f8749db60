import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { zipFiles } from '../../../scripts/board/zip-files.ts';
import { fileHasId, hasId } from '../../../src/csv/search-file.ts';

async function* cut(text: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < text.length; at += size) yield text.subarray(at, at + size);
}

const sourceOf = (bytes: Buffer) => ({
  size: bytes.length,
  read: (start: number, end: number) => Readable.from([bytes.subarray(start, end)], { objectMode: false }),
});

describe('an id in bytes', () => {
  const cases: readonly [text: string, found: boolean][] = [
    ['u1', true],
    ['u1,x', true],
    ['x,u1', true],
    ['"a","u1"\r\n', true],
    ['{u0,u1}', true],
    ['u12,xu1,u1-,a/u1', false],
    ['u12 u1', true],
    ['u', false],
    ['', false],
    ['太郎u1太郎', true],
  ];
  test.for(cases)('%j', async ([text, found]) => {
    for (const encoding of ['utf8', 'utf16le'] as const) {
      for (let size = 1; size <= text.length * 3; size += 1) {
        expect([size, await hasId(cut(Buffer.from(text, encoding), size), 'u1')]).toEqual([size, found]);
      }
    }
  });
});

describe('an id in a file', () => {
  test('is found in a CSV file and in those of a zip', async () => {
    const users = Buffer.from('sourcedId,status\r\nu1,active\r\n');
    expect(await fileHasId(sourceOf(users), 'u1')).toBe(true);
    expect(await fileHasId(sourceOf(users), 'u2')).toBe(false);
    const zip = await zipFiles([
      { name: 'manifest.csv', content: Buffer.from('a,b') },
      { name: 'users.csv', content: users },
    ]);
    expect(await fileHasId(sourceOf(zip), 'u1')).toBe(true);
    expect(await fileHasId(sourceOf(zip), 'u2')).toBe(false);
  });

  test('may be in what cannot be read', async () => {
    const zip = await zipFiles([{ name: 'users.csv', content: Buffer.from('nobody'.repeat(100)) }]);
    expect(await fileHasId(sourceOf(zip.subarray(0, zip.length - 30)), 'u1')).toBe(true);
    expect(await fileHasId(sourceOf(Buffer.from('PK')), 'u1')).toBe(true);
    const strange = await zipFiles([{ name: 'memo.txt', content: Buffer.from('nobody') }]);
    expect(await fileHasId(sourceOf(strange), 'u1')).toBe(true);
  });
});
