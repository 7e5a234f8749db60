import papaparse from 'papaparse';
import {
  dataFiles,
  type FileMode,
  fileModes,
  manifestFile,
  manifestHeaders,
  manifestProperties,
  manifestVersion,
} from '../model/bundle-files.ts';
import { excerpt, type Issue, issue } from '../model/issue.ts';
import type { AnnouncedVersion } from './choose-profile.ts';

export interface Manifest {
  /** `oneroster.version`, as written; undefined when it is not there. */
  readonly version: AnnouncedVersion | undefined;
  /** Mode by file name with `.csv`; every data file of the standard has one. */
  readonly modes: ReadonlyMap<string, FileMode>;
  readonly issues: readonly Issue[];
}

/** Reads and judges manifest.csv (JP-M-001, -002, -004, -005, -011, -012). */
export function readManifest(text: string): Manifest {
  const at = (line: number, column = 'value') => ({ file: manifestFile, line, column });
  const issues: Issue[] = [];
  const { data } = papaparse.parse<string[]>(text, { delimiter: ',', skipEmptyLines: false });
  const rows = data
    .map((cells, index) => ({ cells, line: index + 1 }))
    .filter(({ cells }) => cells.join('') !== '');
  const header = rows[0]?.cells ?? [];
  if (
    header.length !== manifestHeaders.length ||
    manifestHeaders.some((name, index) => header[index] !== name)
  ) {
    issues.push(issue('manifest_header', { file: manifestFile, line: 1 }));
    return { version: undefined, modes: new Map(), issues };
  }

  const values = new Map<string, { value: string; line: number }>();
  const fileProperty = (name: string) => `file.${name}`;
  const known = new Set<string>([...Object.values(manifestProperties), ...dataFiles.map(fileProperty)]);
  const optional = new Set<string>([manifestProperties.systemName, manifestProperties.systemCode]);
  for (const { cells, line } of rows.slice(1)) {
    const [name = '', value = ''] = cells;
    if (cells.length !== manifestHeaders.length) {
      issues.push(issue('ragged', at(line, ''), { found: cells.length, wanted: manifestHeaders.length }));
    } else if (!known.has(name)) {
      issues.push(issue('manifest_row_unknown', at(line, 'propertyName'), { name: excerpt(name) }));
    } else if (values.has(name)) {
      const code = optional.has(name) ? 'JP-M-012' : undefined;
      issues.push(issue('manifest_row_twice', { ...at(line, 'propertyName'), code }, { name }));
    } else {
      values.set(name, { value, line });
    }
  }

  const missing = (name: string) => issue('manifest_row_missing', { file: manifestFile }, { name });
  const format = values.get(manifestProperties.manifestVersion);
  if (format === undefined) issues.push(missing(manifestProperties.manifestVersion));
  else if (format.value !== manifestVersion) {
    issues.push(issue('manifest_version', at(format.line), { found: excerpt(format.value) }));
  }
  const version = values.get(manifestProperties.oneRosterVersion);
  if (version === undefined) issues.push(missing(manifestProperties.oneRosterVersion));
  const { systemName, systemCode } = manifestProperties;
  for (const name of [systemName, systemCode]) {
    if (!values.get(name)?.value) issues.push(issue('manifest_row_wanted', { file: manifestFile }, { name }));
  }
  const modes = new Map<string, FileMode>();
  for (const name of dataFiles) {
    const row = values.get(fileProperty(name));
    const mode = fileModes.find((candidate) => candidate === row?.value);
    if (row === undefined) issues.push(missing(fileProperty(name)));
    else if (mode === undefined) {
      issues.push(
        issue('mode_unknown', at(row.line), { name: fileProperty(name), found: excerpt(row.value) }),
      );
    } else modes.set(`${name}.csv`, mode);
  }
  return {
    version: version === undefined ? undefined : { text: version.value, line: version.line },
    modes,
    issues,
  };
}
