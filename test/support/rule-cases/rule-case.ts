import type { EditableBundle } from '../editable-bundle.ts';

/** An issue that is expected; its code is the rule's unless said. */
export type Expected = readonly [
  file: string,
  line: number,
  column: string,
  level: 'error' | 'warning',
  code?: string,
];

/** How a bundle that keeps every rule is made to break one. */
export interface RuleCase {
  /** Changes the bundle and says what is to be told of it. */
  readonly breaks: (board: EditableBundle) => readonly Expected[];
  /** Bytes in place of the bundle's zip. */
  readonly bytes?: (zip: Buffer) => Buffer;
  /** What the sender calls the zip. */
  readonly name?: string;
  /** Form fields beside the file. */
  readonly fields?: Readonly<Record<string, string>>;
  /** A change that comes close and keeps the rule; without one the bundle as it is. */
  readonly keeps?: (board: EditableBundle) => void;
}

/** One cell with another value, told at that cell. */
export function cell(
  file: string,
  line: number,
  column: string,
  value: string,
  level: 'error' | 'warning',
  near?: string,
): RuleCase {
  return {
    breaks: (board) => {
      board.set(file, line, { [column]: value });
      return [[file, line, column, level]];
    },
    ...(near === undefined ? {} : { keeps: (board) => void board.set(file, line, { [column]: near }) }),
  };
}
