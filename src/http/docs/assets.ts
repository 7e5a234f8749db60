import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** A file that the reference page loads. */
export interface Asset {
  /** Below `/docs`, with a digest of the content in it: `3f2a…/start.js`. */
  readonly address: string;
  /** Where it is on disk. It is read when it is asked for: together they are megabytes. */
  readonly path: string;
  readonly size: number;
  readonly type: string;
}

/** The reference's files by name. No other file can be asked for. */
export type Assets = ReadonlyMap<string, Asset>;

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=UTF-8',
  css: 'text/css; charset=UTF-8',
};

/** Enough of the digest that no two versions of a file share it. */
const digestLength = 20;

async function openAsset(name: string, path: string): Promise<Asset> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk);
    size += chunk.length;
  }
  const address = `${hash.digest('hex').slice(0, digestLength)}/${name}`;
  return { address, path, size, type: types[name.split('.').at(-1) ?? ''] ?? '' };
}

/** Finds the package's files and ours, and works out their addresses. */
export async function openAssets(): Promise<Assets> {
  const { resolve } = createRequire(import.meta.url);
  const own = (name: string) => fileURLToPath(new URL(`./page/${name}`, import.meta.url));
  const paths = {
    'swagger-ui.css': resolve('swagger-ui-dist/swagger-ui.css'),
    'swagger-ui-bundle.js': resolve('swagger-ui-dist/swagger-ui-bundle.js'),
    'page.css': own('page.css'),
    'start.js': own('start.js'),
  };
  const opened = Object.entries(paths).map(
    async ([name, path]) => [name, await openAsset(name, path)] as const,
  );
  return new Map(await Promise.all(opened));
}
