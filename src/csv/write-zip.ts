import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file to put into a zip. */
export interface FileToZip {
  readonly name: string;
  readonly bytes: () => AsyncIterable<Uint8Array>;
}

/** Deflate's own default packs rosters by a tenth smaller and takes twice the time. */
const compressionLevel = 1;

/**
 * A zip of these files in this order, as it is read: a file is begun when the one before it is written. `day`
 * (`2026-04-01`) is every file's date, so that the same files give the same bytes. Breaks off when a file does, and
 * then does not open.
 */
export function zipStream(files: readonly FileToZip[], day: string): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const fail = (error: Error) => output.destroy(error);
  zip.on('error', fail);
  // Whoever reads it hears of it. Without a listener it would end the process when nobody does.
  output.on('error', () => undefined);
  // The form without a zone holds the hour as it is told here, whatever the zone of the machine is.
  const entry = { mtime: new Date(`${day}T12:00:00`), forceDosTimestamp: true, compressionLevel };
  let writing: Readable | undefined;
  output.on('close', () => writing?.destroy());
  for (const { name, bytes } of files) {
    zip.addReadStreamLazy(name, entry, (begin) => {
      writing = Readable.from(bytes(), { objectMode: false }).on('error', fail);
      begin(null, writing);
    });
  }
  zip.end();
  return output;
}
