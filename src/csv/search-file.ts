import { UnreadableFile } from './decode.ts';
import { type ByteSource, openZip } from './zip.ts';

/** What a zip begins with. */
const zipMark = Buffer.from('PK');

/** Bytes of sourcedIds. What stands beside one is none of them, so `u1` is not found in `u12`. */
function isIdByte(byte: number | undefined): boolean {
  return byte !== undefined && /[0-9A-Za-z.\-_/@]/.test(String.fromCharCode(byte));
}

/**
 * Whether an id stands anywhere in the bytes, in any encoding that has ASCII in it: sourcedIds are ASCII, and UTF-16 is
 * ASCII with zeros between.
 */
export async function hasId(bytes: AsyncIterable<Uint8Array>, id: string): Promise<boolean> {
  const wanted = Buffer.from(id, 'ascii');
  let held: Buffer = Buffer.alloc(0);
  /** What a find may begin at: what stands before it must be known. */
  let first = 0;
  const isThere = (ended: boolean) => {
    for (let at = held.indexOf(wanted, first); at >= 0; at = held.indexOf(wanted, at + 1)) {
      const after = at + wanted.length;
      // At the end of a stretch the next one says what follows.
      if (after === held.length && !ended) continue;
      if (!isIdByte(held[at - 1]) && !isIdByte(held[after])) return true;
    }
    return false;
  };
  for await (const piece of bytes) {
    held = Buffer.concat([held, piece.includes(0) ? piece.filter((byte) => byte !== 0) : piece]);
    if (isThere(false)) return true;
    if (held.length <= wanted.length + 1) continue;
    held = held.subarray(held.length - wanted.length - 1);
    first = 1;
  }
  return isThere(true);
}

/**
 * Whether an id stands in a kept file: in a CSV file, or in one of a zip. True for a file that cannot be read to its
 * end, or has something in it that the hub does not read: nobody can say that the id is not there.
 */
export async function fileHasId(source: ByteSource, id: string): Promise<boolean> {
  let head: Buffer = Buffer.alloc(0);
  for await (const piece of source.read(0, Math.min(source.size, zipMark.length))) {
    head = Buffer.concat([head, piece]);
  }
  if (!head.equals(zipMark)) return hasId(source.read(0, source.size), id);
  const { entries, issues } = await openZip(source);
  if (issues.length > 0) return true;
  try {
    for (const entry of entries.values()) if (await hasId(entry.read(), id)) return true;
  } catch (error) {
    if (error instanceof UnreadableFile) return true;
    throw error;
  }
  return false;
}
