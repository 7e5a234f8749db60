import { type EntityName, entities } from '../../src/model/entities/index.ts';
import { csvHeaders, type HeaderLayer } from '../../src/model/entity.ts';

/** The layer a board is written for: the Japan profile 1.0, or OneRoster 1.2.1 as it stands. */
export type Layer = HeaderLayer;
/** A data file without its ending. */
export type DataFile = EntityName;
/** A row by CSV header; a column that is left out is blank. */
export type Row = Readonly<Record<string, string>>;

/** The data files in the order in which they are written. */
export const dataFiles: readonly DataFile[] = Object.values(entities).map(
  (entity) => entity.name as DataFile,
);

/** `users` -> `users.csv` */
export function fileName(file: DataFile): string {
  return entities[file].csvFile;
}

/** The header names of a data file in their order. */
export function headersOf(file: DataFile, layer: Layer): readonly string[] {
  return csvHeaders(entities[file], layer);
}
