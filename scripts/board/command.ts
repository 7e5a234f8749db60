import { parseArgs } from 'node:util';
import { isLayer, layers } from './headers.ts';
import type { BoardOptions } from './plan.ts';
import { peopleMin } from './plan.ts';

/** A command line that was understood. */
export interface BoardCommand {
  readonly kind: 'write';
  readonly options: BoardOptions;
  /** Path of the zip. */
  readonly out: string;
}

/** A command line that was not; the text says what was expected, in Japanese and English. */
export interface CommandFault {
  readonly kind: 'fault';
  readonly text: string;
}

export const boardHelp = `npm run board -- --people 200000 --seed 1 --out board.zip [--change 1%] [--break] [--layer base]

  --people  users.csv の行数（${peopleMin} 以上） / rows of users.csv, at least ${peopleMin}            (2000)
  --seed    同じ数なら同じ名簿 / the same number gives the same board          (1)
  --out     書き出す ZIP / the zip to write                                    (board.zip)
  --change  翌週の名簿。変わる人の割合 / the next week's file: share of people (例 1%)
  --break   誤りを 20 か所入れる / plant twenty faults
  --layer   どの版で書くか / the generation to write                           (japan)
            japan         日本プロファイル 1.0（最終版） / Japan profile 1.0, final
            japan-1.2.1   日本プロファイル v.1.2.1 / Japan profile v.1.2.1
            japan-2-rev2  日本プロファイル 第 2 版 rev2 / Japan profile, 2nd edition rev2
            base          OneRoster 1.2.1`;

const options = {
  people: { type: 'string', default: '2000' },
  seed: { type: 'string', default: '1' },
  out: { type: 'string', default: 'board.zip' },
  change: { type: 'string' },
  break: { type: 'boolean', default: false },
  layer: { type: 'string', default: 'japan' },
  help: { type: 'boolean', default: false },
} as const;

/** The command in the arguments after the program's name; every fault is reported, not only the first. */
export function parseBoardCommand(
  args: readonly string[],
): BoardCommand | CommandFault | { readonly kind: 'help' } {
  let values: ReturnType<typeof read>;
  try {
    values = read(args);
  } catch (error) {
    return fault([
      `引数が正しくありません / bad argument: ${error instanceof Error ? error.message : String(error)}`,
    ]);
  }
  if (values.help) return { kind: 'help' };
  const faults: string[] = [];
  const people = wholeNumber(values.people);
  const seed = wholeNumber(values.seed);
  const change = values.change === undefined ? undefined : share(values.change);
  const { layer } = values;
  if (people === undefined || people < peopleMin) {
    faults.push(
      `--people: ${peopleMin} 以上の整数を指定してください / expected a whole number of at least ${peopleMin}`,
    );
  }
  if (seed === undefined) faults.push('--seed: 0 以上の整数を指定してください / expected a whole number');
  if (values.change !== undefined && change === undefined) {
    faults.push(
      '--change: 0% より大きく 100% まで（例 1%） / expected a share above 0% and up to 100%, 1% for instance',
    );
  }
  if (!isLayer(layer)) {
    const names = Object.keys(layers);
    faults.push(`--layer: ${names.join('、')} のどれか / expected one of ${names.join(', ')}`);
  }
  if (values.break && layer === 'base') {
    faults.push('--break: base では使えません / not possible with --layer base');
  }
  if (faults.length > 0 || people === undefined || seed === undefined || !isLayer(layer))
    return fault(faults);
  const asked = { people, seed, layer, broken: values.break } as const;
  return { kind: 'write', options: change === undefined ? asked : { ...asked, change }, out: values.out };
}

function read(args: readonly string[]) {
  return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
}

function fault(texts: readonly string[]): CommandFault {
  return { kind: 'fault', text: texts.join('\n') };
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** `1%` and `0.01` -> 0.01; undefined outside (0, 1]. */
function share(text: string): number | undefined {
  const found = /^(\d+(?:\.\d+)?)(%?)$/.exec(text);
  if (found === null) return undefined;
  const value = Number(found[1]) / (found[2] === '%' ? 100 : 1);
  return value > 0 && value <= 1 ? value : undefined;
}
