import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/**
 * How the hub and its command line are started, taken from the scripts of package.json, so that demo, bench and tests
 * run what people run. `NAME=value node --flag src/main.ts` -> ['NAME=value'] and ['--flag', 'src/main.ts'], for
 * `process.execPath` in `projectFolder`.
 */
function commandOf(script: 'start' | 'rosterhub'): { readonly settings: string[]; readonly args: string[] } {
  const manifest: { scripts: Record<typeof script, string> } = JSON.parse(
    readFileSync(`${projectFolder}/package.json`, 'utf8'),
  );
  const words = manifest.scripts[script].split(' ');
  const program = words.indexOf('node');
  return { settings: words.slice(0, program), args: words.slice(program + 1) };
}

export const hubArguments = () => commandOf('start').args;
export const commandArguments = () => commandOf('rosterhub').args;
/** What `npm start` sets for the hub's process, and nothing of the environment of whoever asks. */
export const hubEnvironment = (): Record<string, string> =>
  Object.fromEntries(commandOf('start').settings.map((setting) => setting.split('=')));
