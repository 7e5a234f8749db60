import { hash } from 'node:crypto';

/** A number in [0, 1) that depends only on the seed and the key (two mixed 32-bit lanes, cyrb53). */
export function draw(seed: number, key: string): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let i = 0; i < key.length; i += 1) {
    const code = key.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return ((high ^ low) >>> 0) / 4294967296;
}

/** A whole number in [0, count) that depends only on the seed and the key. */
export function drawBelow(seed: number, key: string, count: number): number {
  return Math.floor(draw(seed, key) * count);
}

/** One element of a list that must not be empty. */
export function drawFrom<T>(seed: number, key: string, list: readonly T[]): T {
  return elementAt(list, drawBelow(seed, key, list.length));
}

/** The element at an index taken round the list; throws on an empty list. */
export function elementAt<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('elementAt: the list is empty');
  return found;
}

/** A lower-case UUID with the shape of version 4, taken from the seed and the key instead of from chance. */
export function uuidOf(seed: number, key: string): string {
  const hex = hash('sha1', `${seed}:${key}`);
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
