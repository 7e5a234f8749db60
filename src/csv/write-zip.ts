import { finished, Readable, type Transform } from 'node:stream';
import ZipStream from 'zip-stream';
import { blockBytes, DeflateBlocks } from './deflate-blocks.ts';

/** A file to put into a zip. */
export interface FileToZip {
  readonly name: string;
  readonly bytes: () => AsyncIterable<Uint8Array>;
}

type Compress = ZipStream['_smartStream'];

/** The library's zip, with files compressed by ours. */
class BlockZipStream extends ZipStream {
  #deflate: DeflateBlocks | undefined;

  override _smartStream(...[entry, done]: Parameters<Compress>): ReturnType<Compress> {
    const deflate = new DeflateBlocks();
    this.#deflate = deflate;
    deflate.on('error', (error) => this.destroy(error));
    deflate.once('end', () => {
      entry.setCrc(deflate.crc);
      entry.setSize(deflate.size);
      entry.setCompressedSize(deflate.compressedSize);
      this._afterAppend(entry);
      done(null, entry);
    });
    deflate.pipe(this, { end: false });
    // The library writes to it and asks it nothing.
    return deflate as Transform as ReturnType<Compress>;
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#deflate?.destroy();
    super._destroy(error, done);
  }
}

/**
 * A zip of these files in this order, as it is read: a file is begun when the one before it is written. `day`
 * (`2026-04-01`) is every file's date, so that the same files give the same bytes. Breaks off when a file does, and
 * then does not open.
 */
export function zipStream(files: readonly FileToZip[], day: string): Readable {
  const zip = new BlockZipStream({ highWaterMark: blockBytes });
  const date = new Date(`${day}T12:00:00Z`);
  let writing: Readable | undefined;
  // Whoever reads it hears of it. Without a listener it would end the process when nobody does.
  zip.on('error', () => undefined);
  finished(zip, () => writing?.destroy());
  function add([file, ...others]: readonly FileToZip[]): void {
    if (file === undefined) {
      zip.finalize();
      return;
    }
    writing = Readable.from(file.bytes(), { objectMode: false, highWaterMark: blockBytes });
    // Before the library, which would end the file there and go on.
    writing.on('error', (error) => zip.destroy(error));
    zip.entry(writing, { name: file.name, date }, () => {
      if (!zip.destroyed) add(others);
    });
  }
  add(files);
  return zip;
}
