import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/**
 * How the hub is started, taken from `npm start`, so that demo, bench and tests run what people run.
 * `node --flag src/main.ts` -> ['--flag', 'src/main.ts'], for `process.execPath` in `projectFolder`.
 */
export function hubArguments(): string[] {
  const manifest: { scripts: { start: string } } = JSON.parse(
    readFileSync(`${projectFolder}/package.json`, 'utf8'),
  );
  return manifest.scripts.start.split(' ').slice(1);
}
