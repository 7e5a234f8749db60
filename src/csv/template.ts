import { RosterError } from '../errors.ts';
import {
  dataFiles,
  manifestFile,
  manifestHeaders,
  manifestProperties,
  manifestVersion,
} from '../model/bundle-files.ts';
import { type EntityName, entities, entityList } from '../model/entities/index.ts';
import { csvHeaders } from '../model/entity.ts';
import { japan } from '../model/profiles/japan.ts';
import { type ExampleRow, exampleRows } from './example-rows.ts';
import { reportMark } from './report.ts';
import { encodeShiftJis } from './shift-jis.ts';

/** Without rows to be filled in, or with the rows of a small fictitious board. */
export const templateKinds = ['empty', 'example'] as const;
export type TemplateKind = (typeof templateKinds)[number];

/** UTF-8 begins with the mark by which Excel knows it; Shift_JIS is what Windows calls so (CP932). */
export const templateEncodings = ['utf-8', 'shift_jis'] as const;
export type TemplateEncoding = (typeof templateEncodings)[number];

/** What a template is wanted as. */
export interface TemplateVariant {
  readonly kind: TemplateKind;
  readonly encoding: TemplateEncoding;
}

/** The files that there are templates of: manifest.csv, and the rostering files in the order of the registry. */
export const templateFiles: readonly string[] = [manifestFile, ...entityList.map(({ csvFile }) => csvFile)];

/** A bare header line, and below it the rows with every value quoted, as the Japan profile has them (§3). */
function csvText(headers: readonly string[], rows: readonly ExampleRow[]): string {
  const lines = rows.map((row) => {
    const cells = headers.map((header) => (row[header] ?? '').replaceAll('"', '""'));
    return `"${cells.join('","')}"`;
  });
  return [headers.join(','), ...lines, ''].join('\r\n');
}

/**
 * An empty manifest has its rows all the same: without the properties' names nobody could fill it in. It says bulk
 * for the files that the profile requires, the example's for all that there are rows of.
 */
function manifestText(kind: TemplateKind): string {
  const example = kind === 'example';
  const bulk = new Set<string>(example ? Object.keys(entities) : japan.requiredFiles);
  const properties: readonly (readonly [string, string])[] = [
    [manifestProperties.manifestVersion, manifestVersion],
    [manifestProperties.oneRosterVersion, japan.versions[0] ?? ''],
    ...dataFiles.map((file) => [`file.${file}`, bulk.has(file) ? 'bulk' : 'absent'] as const),
    [manifestProperties.systemName, example ? '架空の校務支援システム' : ''],
    [manifestProperties.systemCode, example ? 'example' : ''],
  ];
  return csvText(
    manifestHeaders,
    properties.map(([propertyName, value]) => ({ propertyName, value })),
  );
}

function templateText(file: string, kind: TemplateKind): string {
  if (file === manifestFile) return manifestText(kind);
  const name = Object.keys(entities).find((name): name is EntityName => `${name}.csv` === file);
  if (name === undefined) throw new RosterError('unknown_object');
  return csvText(csvHeaders(entities[name], 'japan'), kind === 'example' ? exampleRows[name] : []);
}

/**
 * A file of the Japan profile 1.0 as a template: `users.csv`. The examples of all files together are a valid bundle.
 * Throws the error `unknown_object` when `file` is none of `templateFiles`.
 */
export function templateFile(file: string, { kind, encoding }: TemplateVariant): Buffer {
  const text = templateText(file, kind);
  if (encoding === 'utf-8') return Buffer.from(reportMark + text);
  const { bytes, lost } = encodeShiftJis(text);
  if (lost.length > 0) throw new Error(`the template of ${file} does not fit into Shift_JIS`);
  return bytes;
}
