import type { LoneMode } from '../model/bundle-files.ts';
import { type BundleEntry, type ByteSource, batchBytes } from './zip.ts';

/** A CSV file that came without a zip and a manifest. */
export interface LoneFile {
  /** `users.csv`: what its sender calls it, which decides what is in it. */
  readonly name: string;
  readonly mode: LoneMode;
}

/** The same as the only file of a bundle. Read in the small stretches in which a zip is unpacked. */
export function loneEntry(source: ByteSource, name: string): BundleEntry {
  let given = 0;
  return {
    name,
    unpackedBytes: source.size,
    bytesRead: () => given,
    async *read() {
      given = 0;
      const stream = source.read(0, source.size);
      const closed = new Promise((resolve) => stream.once('close', resolve));
      try {
        for await (const piece of stream) {
          for (let at = 0; at < piece.length; at += batchBytes) {
            const batch: Buffer = piece.subarray(at, at + batchBytes);
            given += batch.length;
            yield batch;
          }
        }
      } finally {
        // Who needs no more than the header asks the source something else next, which reads ahead by then.
        stream.destroy();
        await closed;
      }
    },
  };
}
