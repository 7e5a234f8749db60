import { execFile } from 'node:child_process';
import { commandArguments, projectFolder } from '../../scripts/hub-command.ts';
import { testSecret } from './test-hub.ts';

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line on a database, while a hub may run on it. */
export function runCommand(
  databaseUrl: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Ended> {
  const env = { PATH: process.env.PATH, DATABASE_URL: databaseUrl, SECRET: testSecret, ...environment };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...commandArguments(), ...args],
      { cwd: projectFolder, env },
      (error, out, err) => {
        resolve({ code: error === null ? 0 : Number(error.code), out, err });
      },
    );
  });
}
