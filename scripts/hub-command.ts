import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/**
 * How the hub and its command line are started, taken from the scripts of package.json, so that demo, bench and tests
 * run what people run. `node --flag src/main.ts` -> ['--flag', 'src/main.ts'], for `process.execPath` in
 * `projectFolder`.
 */
function argumentsOf(script: 'start' | 'rosterhub'): string[] {
  const manifest: { scripts: Record<typeof script, string> } = JSON.parse(
    readFileSync(`${projectFolder}/package.json`, 'utf8'),
  );
  return manifest.scripts[script].split(' ').slice(1);
}

export const hubArguments = () => argumentsOf('start');
export const commandArguments = () => argumentsOf('rosterhub');
