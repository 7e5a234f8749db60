import {
  dataFiles,
  type FileMode,
  manifestHeaders,
  manifestProperties,
  manifestVersion,
} from '../model/bundle-files.ts';

/** `['a', 'b']` -> `a,b` and CRLF: header lines are bare (Japan profile §3). */
export function headerLine(headers: readonly string[]): string {
  return `${headers.join(',')}\r\n`;
}

/** A bare header line, and below it the rows with every value quoted, as the Japan profile has them (§3). */
export function writtenFile(
  headers: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
): string {
  const lines = rows.map((row) => {
    const cells = headers.map((header) => (row[header] ?? '').replaceAll('"', '""'));
    return `"${cells.join('","')}"\r\n`;
  });
  return headerLine(headers) + lines.join('');
}

export interface ManifestContent {
  /** `oneroster.version` */
  readonly version: string;
  /** By data file, `users`. */
  readonly modeOf: (file: string) => FileMode;
  readonly systemName: string;
  readonly systemCode: string;
}

/** manifest.csv with all 21 `file.*` rows, in the order of the standard (profile §2.1). */
export function writtenManifest({ version, modeOf, systemName, systemCode }: ManifestContent): string {
  const properties: readonly (readonly [string, string])[] = [
    [manifestProperties.manifestVersion, manifestVersion],
    [manifestProperties.oneRosterVersion, version],
    ...dataFiles.map((file) => [`file.${file}`, modeOf(file)] as const),
    [manifestProperties.systemName, systemName],
    [manifestProperties.systemCode, systemCode],
  ];
  return writtenFile(
    manifestHeaders,
    properties.map(([propertyName, value]) => ({ propertyName, value })),
  );
}
