import { parseArgs } from 'node:util';
import { peopleMin } from '../board/plan.ts';

/** A bench command line that was understood. */
export interface BenchOptions {
  readonly people: number;
  readonly seed: number;
  /** Of how many runs each median is taken. */
  readonly rounds: number;
  /** The last line on standard output is the result as JSON. */
  readonly json: boolean;
  /** A missed target makes the exit code 1. */
  readonly assert: boolean;
  /** The temporary folder stays, with boards, cluster and the hub's log. */
  readonly keep: boolean;
}

export type BenchCommand =
  | { readonly kind: 'run'; readonly options: BenchOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'fault'; readonly text: string };

export const benchHelp = `npm run bench -- --people 200000 [--json] [--assert] [--seed 1] [--rounds 3] [--keep]

  --people  名簿の人数（${peopleMin} 以上） / people on the board, at least ${peopleMin}      (200000)
  --json    最後の行に結果を JSON で出す / the last line is the result as JSON
  --assert  目標に届かなければ終了コード 1 / exit code 1 when a target is missed
  --seed    名簿の番号 / the board's number                                 (1)
  --rounds  測る回数（中央値を取る） / runs of which medians are taken        (3)
  --keep    作業フォルダーを残す / keep the temporary folder`;

/** The command in the arguments after the program's name; every fault is reported, not only the first. */
export function parseBenchCommand(args: readonly string[]): BenchCommand {
  let values: ReturnType<typeof read>;
  try {
    values = read(args);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { kind: 'fault', text: `引数が正しくありません / bad argument: ${detail}` };
  }
  if (values.help) return { kind: 'help' };
  const people = wholeNumber(values.people);
  const seed = wholeNumber(values.seed);
  const rounds = wholeNumber(values.rounds);
  const faults: string[] = [];
  if (people === undefined || people < peopleMin) {
    faults.push(
      `--people: ${peopleMin} 以上の整数を指定してください / expected a whole number of at least ${peopleMin}`,
    );
  }
  if (seed === undefined) faults.push('--seed: 0 以上の整数を指定してください / expected a whole number');
  if (!rounds)
    faults.push('--rounds: 1 以上の整数を指定してください / expected a whole number of at least 1');
  if (faults.length > 0 || people === undefined || seed === undefined || !rounds) {
    return { kind: 'fault', text: faults.join('\n') };
  }
  const { json, assert, keep } = values;
  return { kind: 'run', options: { people, seed, rounds, json, assert, keep } };
}

function read(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      people: { type: 'string', default: '200000' },
      seed: { type: 'string', default: '1' },
      rounds: { type: 'string', default: '3' },
      json: { type: 'boolean', default: false },
      assert: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
    strict: true,
    allowPositionals: false,
  }).values;
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
