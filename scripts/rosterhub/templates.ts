import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { templateEncodings, templateFile, templateFiles, templateKinds } from '../../src/csv/template.ts';
import { type Commands, printRow, UsageError } from './command.ts';

/** `--kind`, `--encoding`: one of these words, the first when it is not given. */
function wordOf<Word extends string>(
  text: string | undefined,
  name: string,
  words: readonly [Word, ...Word[]],
): Word {
  if (text === undefined) return words[0];
  const word = words.find((candidate) => candidate === text);
  if (word === undefined) throw new UsageError(`--${name}: ${words.join(' | ')}`);
  return word;
}

/** Tells what the file system has against a path. */
function refuse(path: string, error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === undefined) throw error;
  const why =
    code === 'EEXIST' ? 'もうあります / is there already' : `書けません / cannot be written: ${code}`;
  throw new UsageError(`--out: ${path} ${why}`);
}

/** Templates of the CSV files. */
export const templateCommands: Commands = {
  templates: {
    offline: true,
    options: ['out', 'kind', 'encoding'],
    takesId: false,
    parse({ out = '', ...options }) {
      if (out === '') throw new UsageError('--out: フォルダー / a folder');
      const kind = wordOf(options.kind, 'kind', templateKinds);
      const encoding = wordOf(options.encoding, 'encoding', templateEncodings);
      return async () => {
        await mkdir(out, { recursive: true }).catch((error: unknown) => refuse(out, error));
        for (const file of templateFiles) {
          const path = join(out, file);
          const bytes = templateFile(file, { kind, encoding });
          // Never over a file that is there: somebody may have filled it in.
          await writeFile(path, bytes, { flag: 'wx' }).catch((error: unknown) => refuse(path, error));
          printRow(path);
        }
      };
    },
  },
};
