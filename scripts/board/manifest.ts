import {
  dataFiles as bundleFiles,
  manifestHeaders,
  manifestProperties,
  manifestVersion,
} from '../../src/model/bundle-files.ts';
import { encodeRow } from './csv-lines.ts';
import { dataFiles, type Layer, layers } from './headers.ts';

/** manifest.csv: the versions, every file of the standard as bulk or absent, and the source. */
export function manifestText(layer: Layer): string {
  const present = new Set<string>(dataFiles);
  const properties: readonly (readonly [string, string])[] = [
    [manifestProperties.manifestVersion, manifestVersion],
    [manifestProperties.oneRosterVersion, layers[layer].versions[0] ?? ''],
    ...bundleFiles.map((file) => [`file.${file}`, present.has(file) ? 'bulk' : 'absent'] as const),
    [manifestProperties.systemName, '架空の校務支援システム'],
    [manifestProperties.systemCode, 'board-generator'],
  ];
  const lines = properties.map(([propertyName, value]) =>
    encodeRow(manifestHeaders, { propertyName, value }),
  );
  return [manifestHeaders.join(','), ...lines, ''].join('\r\n');
}
