import { manifestFile } from './bundle-files.ts';
import { collectionTexts } from './collection-texts.ts';
import { entityList, findEntityByFile } from './entities/index.ts';
import { type Issue, type IssueTexts, issueTexts } from './issue.ts';
import type { FaultKind } from './profiles/faults.ts';
import { findRule } from './rules/index.ts';

/** A row that a cause affects. `params` are those of its issue. */
export interface CauseExample extends Pick<Issue, 'file' | 'line' | 'column' | 'params'> {}

/** Issues that one thing is behind: mending it mends them all. */
export interface Cause extends Omit<Issue, 'line'> {
  /** Rows that it affects, in all files. A fault of a whole file counts as one. */
  readonly weight: number;
  /** The same by CSV file. */
  readonly byFile: Readonly<Record<string, number>>;
  /** The first places, at most three. */
  readonly examples: readonly CauseExample[];
}

/** One record that is wrong or not there is behind all of these that name it, whatever their file and column. */
export const referenceFaults: readonly FaultKind[] = ['reference_missing', 'reference_type', 'left_out'];

/** A file with one of these is not there, or not to its end, so what refers to it cannot be judged. */
export const fileFaults: readonly FaultKind[] = [
  'declared_missing',
  'delimiter_refused',
  'encoding_damaged',
  'encoding_refused',
  'line_end_refused',
  'nul_byte',
  'quote_unclosed',
  'record_too_long',
  'required_file',
  'utf8_invalid',
  'zip_damaged',
  'zip_encrypted',
  'zip_limit',
];

/** Files in the order in which people mend them: causes before what depends on them. `''` is the zip. */
export const reportOrder: readonly string[] = [
  '',
  manifestFile,
  ...entityList.map((entity) => entity.csvFile),
];

/** 4312 -> `4,312` */
export function counted(count: number): string {
  return count.toLocaleString('en-US');
}

/** 4312 -> `4,312 rows` */
export function countedRows(count: number): string {
  return count === 1 ? '1 row' : `${counted(count)} rows`;
}

/** The message and the expectation in both languages. */
export function causeTexts(cause: Cause): IssueTexts {
  const entity = findEntityByFile(cause.file);
  if (entity !== undefined && referenceFaults.includes(cause.fault)) {
    return referenceTexts(cause, collectionTexts(entity.name));
  }
  const { message, expected } = issueTexts(cause);
  const elsewhere = cause.weight - (cause.byFile[cause.file] ?? 0);
  if (elsewhere > 0) {
    return {
      message: {
        ja: `${message.ja}これが原因で、ほかのファイルの ${counted(elsewhere)} 行も確かめられません。`,
        en: `${message.en} Because of it ${countedRows(elsewhere)} of other files cannot be judged.`,
      },
      expected,
    };
  }
  if (cause.weight === 1) return { message, expected };
  return {
    message: {
      ja: `${message.ja}同じ種類が ${counted(cause.weight)} 行あります。`,
      en: `${message.en} ${counted(cause.weight)} rows have this.`,
    },
    expected,
  };
}

function referenceTexts(
  { file, fault, params, weight }: Cause,
  kind: { readonly ja: string; readonly one: string },
): IssueTexts {
  const found = String(params.found ?? '');
  const record = { ja: `${kind.ja} ${found}`, en: `${kind.one} ${found}` };
  const affected = { ja: `${counted(weight)} 行に影響`, en: `${countedRows(weight)} affected` };
  if (fault === 'reference_type') {
    return {
      message: {
        ja: `${record.ja} の type が ${params.wanted} ではありません: ${affected.ja}`,
        en: `The type of ${record.en} is not ${params.wanted}: ${affected.en}`,
      },
      expected: {
        ja: `${file} の ${found} の type を確かめるか、参照している行の ID を直す`,
        en: `Check the type of ${found} in ${file}, or mend the ids in the rows that name it.`,
      },
    };
  }
  if (fault === 'left_out') {
    return {
      message: {
        ja: `${record.ja} が取り込まれません: ${affected.ja}`,
        en: `The ${record.en} is left out: ${affected.en}`,
      },
      expected: {
        ja: `${file} の ${found} の行を直す`,
        en: `Mend the row of ${found} in ${file}.`,
      },
    };
  }
  return {
    message: {
      ja: `${record.ja} がありません: ${affected.ja}`,
      en: `There is no ${record.en}: ${affected.en}`,
    },
    expected: {
      ja: `${file} に sourcedId が ${found} の行を入れるか、参照している行の ID を直す`,
      en: `A row with the sourcedId ${found} in ${file}, or other ids in the rows that name it.`,
    },
  };
}

/** What the rule behind it asks for; undefined for the hub's own codes. */
export function ruleTexts(code: string): { readonly ja: string; readonly en: string } | undefined {
  const rule = findRule(code);
  return rule === undefined ? undefined : { ja: rule.ja, en: rule.en };
}
