import type { Readable } from 'node:stream';
import { blockBytes } from '../../csv/deflate-blocks.ts';
import { type FileToZip, zipStream } from '../../csv/write-zip.ts';
import { headerLine, writtenManifest } from '../../csv/written-file.ts';
import { manifestFile } from '../../model/bundle-files.ts';
import { csvHeaders, type Entity } from '../../model/entity.ts';
import type { ExportOptions } from '../../model/export-options.ts';
import type { Profile } from '../../model/profiles/profile.ts';
import type { OpenedExport } from '../../store/export/open-export.ts';

/** How the hub calls itself in the manifest. */
const system = { systemName: 'RosterHub', systemCode: 'rosterhub' } as const;

/**
 * The zip of an export: manifest.csv, then a file for each entity that has rows. The same roster and options give the
 * same bytes. `onRows` hears how many rows have gone out.
 */
export function exportZip(
  { entities, rowsOf, day }: OpenedExport,
  profile: Profile,
  mode: ExportOptions['mode'],
  onRows: (rows: number) => void = () => undefined,
): Readable {
  const written = new Set<string>(entities.map(({ name }) => name));
  const manifest = writtenManifest({
    version: profile.versions[0] ?? '',
    modeOf: (file) => (written.has(file) ? mode : 'absent'),
    ...system,
  });
  async function* fileOf(entity: Entity) {
    yield Buffer.from(headerLine(csvHeaders(entity, profile.headers)));
    yield* rowsOf(entity, blockBytes, onRows);
  }
  async function* manifestOf() {
    yield Buffer.from(manifest);
  }
  const files: FileToZip[] = [
    { name: manifestFile, bytes: manifestOf },
    ...entities.map((entity) => ({ name: entity.csvFile, bytes: () => fileOf(entity) })),
  ];
  return zipStream(files, day);
}
