import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { withCrlf } from '../../../src/store/export/copy-out.ts';

const text = Array.from({ length: 500 }, (_, n) => `"${n}","${'髙,"" '.repeat(n % 7)}"\n`).join('');
const expected = text.replaceAll('\n', '\r\n');

async function* piecesOf(bytes: Buffer, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

test.each([1, 7, 64, 1_000, 100_000])(
  'chunks of %i bytes become the same lines, each counted once',
  async (length) => {
    let lines = 0;
    const blocks: Buffer[] = [];
    for await (const block of withCrlf(piecesOf(Buffer.from(text), length), 512, (more) => {
      lines += more;
    })) {
      blocks.push(block);
    }
    expect(Buffer.concat(blocks).toString()).toBe(expected);
    expect(lines).toBe(500);
    // A chunk that is longer than a block is a block of its own.
    const longest = Math.max(...blocks.map((block) => block.length));
    expect(longest).toBeLessThanOrEqual(Math.max(512, 2 * length));
  },
);

test('a block is not touched any more once it was given out', async () => {
  const given: { readonly block: Buffer; readonly was: string }[] = [];
  for await (const block of withCrlf(piecesOf(Buffer.from(text), 100), 300, () => undefined)) {
    given.push({ block, was: block.toString() });
  }
  expect(given.length).toBeGreaterThan(10);
  for (const { block, was } of given) expect(block.toString()).toBe(was);
});

test('nothing becomes nothing', async () => {
  const blocks: Buffer[] = [];
  for await (const block of withCrlf(piecesOf(Buffer.alloc(0), 1), 512, () => undefined)) blocks.push(block);
  expect(blocks).toEqual([]);
});
