import { zipFiles } from '../../scripts/board/zip-files.ts';
import { inspectBundle } from '../../src/csv/bundle.ts';
import { readRows } from '../../src/csv/read-rows.ts';
import { dataFiles } from '../../src/model/bundle-files.ts';
import { mergeSettings } from '../../src/model/import-settings.ts';
import { type Issue, issueTexts } from '../../src/model/issue.ts';
import type { Strictness } from '../../src/model/strictness.ts';
import { bytesOf } from './zip-bytes.ts';

/** manifest.csv of a bundle in the base layer with these files, as the Japan profile writes it. */
export function manifestText(...files: readonly string[]): string {
  const rows = [
    ['manifest.version', '1.0'],
    ['oneroster.version', '1.2'],
    ...dataFiles.map((name) => [`file.${name}`, files.includes(`${name}.csv`) ? 'bulk' : 'absent']),
    ['source.systemName', '校務支援システム'],
    ['source.systemCode', '1'],
  ];
  return `propertyName,value\r\n${rows.map(([name, value]) => `"${name}","${value}"\r\n`).join('')}`;
}

/** A header line and quoted rows with CRLF. */
export function tableText(header: string, rows: readonly (readonly string[])[]): string {
  return `${header}\r\n${rows.map((row) => `${row.map((cell) => `"${cell}"`).join(',')}\r\n`).join('')}`;
}

/** What was found in a bundle, and what was read of it unless it was refused. */
export interface ReadBundle {
  readonly issues: readonly Issue[];
  /** One line for each issue: file, line, rule, level, fault and its facts. */
  readonly told: readonly string[];
  /** Both messages of each issue. */
  readonly texts: readonly string[];
  readonly readings: Readonly<Record<string, unknown>>;
  /** Values of the rows, by file. */
  readonly rows: Readonly<Record<string, readonly unknown[]>>;
}

/** What the base says nothing of. */
const rules = { 'JP-F-008': 'warning', 'JP-F-009': 'warning', 'JP-F-011': 'warning' } as const;

/** Inspects a bundle and reads its rows, as an import does. */
export async function readBundle(
  files: Readonly<Record<string, string | Buffer>>,
  strictness?: Strictness,
): Promise<ReadBundle> {
  const data = Object.entries(files).map(([name, content]) => ({ name, content }));
  const manifest = { name: 'manifest.csv', content: manifestText(...Object.keys(files)) };
  const zip = await zipFiles('manifest.csv' in files ? data : [manifest, ...data]);
  const bundle = await inspectBundle(
    bytesOf(zip),
    mergeSettings({ rules }, strictness === undefined ? {} : { strictness }),
  );
  const issues = [...bundle.issues];
  const rows: Record<string, unknown[]> = {};
  const { rulebook } = bundle;
  if (rulebook !== undefined && !issues.some(({ level }) => level === 'error')) {
    for (const file of bundle.files) {
      const values: unknown[] = [];
      for await (const batch of readRows(file, rulebook, (found) => issues.push(found))) {
        values.push(
          ...batch.rows.map((row) => [row.sourcedId, ...row.values.filter((value) => value !== null)]),
        );
      }
      rows[file.entry.name] = values;
    }
  }
  return {
    issues,
    told: issues.map(({ file, line, code, level, fault, params }) =>
      [file, line, code, level, fault, JSON.stringify(params)].join(' '),
    ),
    texts: issues.map((found) => Object.values(issueTexts(found).message).join(' | ')),
    readings: Object.fromEntries(bundle.files.map(({ entry, reading }) => [entry.name, reading])),
    rows,
  };
}
