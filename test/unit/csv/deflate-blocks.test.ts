import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { crc32, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockBytes, DeflateBlocks } from '../../../src/csv/deflate-blocks.ts';

/** Bytes in which nothing repeats, the same each time. */
function noise(length: number): Buffer {
  const parts = Array.from({ length: Math.ceil(length / 32) }, (_, at) =>
    createHash('sha256').update(String(at)).digest(),
  );
  return Buffer.concat(parts).subarray(0, length);
}

const rows = (length: number) => Buffer.alloc(length, '"00000000-0000-4000-8000-000000000001","髙橋"\r\n');

function* piecesOf(bytes: Buffer, sizes: readonly number[]) {
  let from = 0;
  for (let at = 0; from < bytes.length; at += 1) {
    const size = sizes[at % sizes.length] ?? blockBytes;
    yield bytes.subarray(from, from + size);
    from += size;
  }
}

async function deflated(bytes: Buffer, sizes: readonly number[] = [65_536]) {
  const deflate = new DeflateBlocks();
  const [out] = await Promise.all([
    buffer(deflate),
    pipeline(Readable.from(piecesOf(bytes, sizes)), deflate),
  ]);
  return { out, deflate };
}

test.each([0, 1, blockBytes - 1, blockBytes, blockBytes + 1, 5 * blockBytes, 7 * blockBytes + 11])(
  '%d bytes come out as they went in, and are counted',
  async (length) => {
    for (const bytes of [rows(length), noise(length)]) {
      const { out, deflate } = await deflated(bytes);
      expect(inflateRawSync(out).equals(bytes)).toBe(true);
      expect([deflate.crc, deflate.size, deflate.compressedSize]).toEqual([crc32(bytes), length, out.length]);
    }
    expect((await deflated(rows(length))).out.length).toBeLessThan(length / 50 + 100);
  },
);

test('the same bytes come out, in whatever pieces they went in', async () => {
  const bytes = Buffer.concat([noise(300_000), rows(800_000), noise(70_000)]);
  const { out } = await deflated(bytes);
  const sizes = fc.array(fc.integer({ min: 1, max: 700_000 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(sizes, async (some) => {
      // Small pieces alone would only take long.
      expect((await deflated(bytes, [...some, 400_000])).out.equals(out)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('a reader that waits holds the writer back', async () => {
  const deflate = new DeflateBlocks();
  let written = 0;
  async function* endless() {
    for (;;) {
      written += blockBytes;
      yield noise(blockBytes);
    }
  }
  const writing = pipeline(Readable.from(endless(), { objectMode: false }), deflate).catch(
    (error: Error) => error.message,
  );
  let before = -1;
  await expect
    .poll(
      () => {
        const stood = written === before;
        before = written;
        return stood;
      },
      { interval: 200 },
    )
    .toBe(true);
  expect(written).toBeLessThan(12 * blockBytes);
  deflate.destroy(new Error('broken off'));
  expect(await writing).toBe('broken off');
});
