import { randomBytes } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseConfig } from '../../src/config.ts';
import { openScratchDatabase } from '../../src/database.ts';
import { RosterError } from '../../src/errors.ts';
import { loneModes } from '../../src/model/bundle-files.ts';
import { profiles } from '../../src/model/profiles/index.ts';
import { createStagingThreads } from '../../src/services/imports/stage-thread.ts';
import { sweepValidations } from '../../src/services/imports/sweep-validations.ts';
import { validateBundle } from '../../src/services/imports/validate-bundle.ts';
import { type Commands, type MoreOptions, type Options, termOf, UsageError } from './command.ts';
import { shapes } from './validation-output.ts';

/** A person or a supervisor who does not want to wait any longer. */
const interrupted = new AbortController();
const interruptedCode = 130;

function checkFile(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile()) return;
  throw new UsageError(`${path}: ファイルがありません / there is no such file`);
}

/** `--json`, `--csv`, or neither. */
function shapeOf({ flags }: MoreOptions): keyof typeof shapes {
  if (flags.has('json') && flags.has('csv')) throw new UsageError('--json --csv');
  return flags.has('json') ? 'json' : flags.has('csv') ? 'csv' : 'text';
}

function settingsOf(options: Options, { flags }: MoreOptions) {
  const profileIds = profiles.map(({ id }) => id);
  const profile = termOf(options, 'profile', profileIds);
  return {
    ...(profile === undefined ? {} : { profile }),
    interoperability: flags.has('interoperability'),
    strictness: flags.has('lenient') ? ('lenient' as const) : ('strict' as const),
  };
}

/** `head` may have seen enough. */
function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

/** Judges a file without a hub. */
export const validateCommands: Commands = {
  validate: {
    options: ['profile', 'mode'],
    flags: ['interoperability', 'lenient', 'json', 'csv'],
    takesId: true,
    // 1 says that the file has errors.
    failureCode: 2,
    async open(environment, log) {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());
      // The configuration asks for a secret beside DATABASE_URL; nothing is signed here.
      const named = environment.SECRET || environment.SECRET_FILE;
      const secret = named ? {} : { SECRET: randomBytes(32).toString('hex') };
      return openScratchDatabase(parseConfig({ ...environment, ...secret }).databaseUrl, log);
    },
    parse(options, path, more) {
      const shape = shapeOf(more);
      const fields = { settings: settingsOf(options, more), mode: termOf(options, 'mode', loneModes) };
      checkFile(path);
      return async (store) => {
        const bundle = {
          fileName: basename(path),
          bytes: createReadStream(path),
          fields: Promise.resolve(fields),
        };
        const staging = createStagingThreads(store.url);
        try {
          // A hub does this all the time; a database for commands alone has nobody else.
          await sweepValidations({ store, log: store.log });
          const ok = await validateBundle(
            { store, log: store.log, staging },
            bundle,
            interrupted.signal,
            async (validation) => {
              const texts = Readable.from(shapes[shape](bundle.fileName, validation));
              await pipeline(texts, process.stdout, { end: false }).catch((error: unknown) => {
                if (!isClosedPipe(error)) throw error;
              });
              return validation.report.ok;
            },
          );
          process.exitCode = ok ? 0 : 1;
        } catch (error) {
          if (interrupted.signal.aborted) {
            process.stderr.write('中断しました / interrupted\n');
            process.exitCode = interruptedCode;
          } else if (error instanceof RosterError || !isSystemError(error)) throw error;
          else throw new UsageError(`${path}: 読めません / cannot be read (${error.code})`);
        } finally {
          await staging.end();
          bundle.bytes.destroy();
        }
      };
    },
  },
};

/** An error of the operating system on the way to the file. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException & { syscall: string } {
  return error instanceof Error && 'syscall' in error && ['open', 'read'].includes(String(error.syscall));
}
