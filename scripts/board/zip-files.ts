import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';

/** A file to put into a zip. A name may hold a folder, end in `/` (the folder itself), or come twice. */
export interface FileToZip {
  readonly name: string;
  readonly content: string | Buffer;
  /** Stored instead of deflated. */
  readonly stored?: boolean;
}

/** A zip of these files, in this order; the same bytes each time. */
export async function zipFiles(files: readonly FileToZip[]): Promise<Buffer> {
  const zip = new ZipFile();
  const failed = new Promise<never>((_resolve, reject) => zip.on('error', reject));
  const entry = { mtime: new Date('2026-04-10T00:00:00'), forceDosTimestamp: true };
  for (const { name, content, stored = false } of files) {
    if (name.endsWith('/')) zip.addEmptyDirectory(name, entry);
    else zip.addBuffer(Buffer.from(content), name, { ...entry, compress: !stored });
  }
  zip.end();
  return await Promise.race([buffer(zip.outputStream), failed]);
}

/** The files of a zip by name, folders left out; of two files with one name the later. */
export async function unzipFiles(zip: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const opened = await fromBufferPromise(zip);
  for await (const entry of opened.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    files.set(entry.fileName, await buffer(await opened.openReadStreamPromise(entry)));
  }
  return files;
}
