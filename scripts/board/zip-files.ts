import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import ZipStream from 'zip-stream';

/** A file to put into a zip. A name may hold a folder, end in `/` (the folder itself), or come twice. */
export interface FileToZip {
  readonly name: string;
  readonly content: string | Buffer;
  /** Stored instead of deflated. */
  readonly stored?: boolean;
}

/** A zip of these files, in this order; the same bytes each time. */
export async function zipFiles(files: readonly FileToZip[]): Promise<Buffer> {
  const zip = new ZipStream({});
  const bytes = buffer(zip);
  for (const { name, content, stored = false } of files) {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    zip.entry(Buffer.from(content), { name, date: '2026-04-10T00:00:00Z', store: stored }, (error) =>
      error ? reject(error) : resolve(),
    );
    await promise;
  }
  zip.finalize();
  return await bytes;
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
