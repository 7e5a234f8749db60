import { RosterError } from '../errors.ts';
import { manifestFile } from '../model/bundle-files.ts';
import { type EntityName, entities, entityList } from '../model/entities/index.ts';
import { csvHeaders } from '../model/entity.ts';
import { japan } from '../model/profiles/japan.ts';
import { exampleRows } from './example-rows.ts';
import { reportMark } from './report.ts';
import { encodeShiftJis } from './shift-jis.ts';
import { writtenFile, writtenManifest } from './written-file.ts';

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

/**
 * An empty manifest has its rows all the same: without the properties' names nobody could fill it in. It says bulk
 * for the files that the profile requires, the example's for all that there are rows of.
 */
function manifestText(kind: TemplateKind): string {
  const example = kind === 'example';
  const bulk = new Set<string>(example ? Object.keys(entities) : japan.requiredFiles);
  return writtenManifest({
    version: japan.versions[0] ?? '',
    modeOf: (file) => (bulk.has(file) ? 'bulk' : 'absent'),
    systemName: example ? '架空の校務支援システム' : '',
    systemCode: example ? 'example' : '',
  });
}

function templateText(file: string, kind: TemplateKind): string {
  if (file === manifestFile) return manifestText(kind);
  const name = Object.keys(entities).find((name): name is EntityName => `${name}.csv` === file);
  if (name === undefined) throw new RosterError('unknown_object');
  return writtenFile(csvHeaders(entities[name], 'japan'), kind === 'example' ? exampleRows[name] : []);
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
