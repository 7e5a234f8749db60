import { type EntityName, entities } from '../../src/model/entities/index.ts';
import { baseHeaders, csvHeaders, headerOf } from '../../src/model/entity.ts';
import { base } from '../../src/model/profiles/base.ts';
import { japan, japan121, japanRev2 } from '../../src/model/profiles/japan.ts';
import type { Profile } from '../../src/model/profiles/profile.ts';

/** What a board can be written for, by the names of the command line. */
export const layers = {
  japan,
  'japan-1.2.1': japan121,
  'japan-2-rev2': japanRev2,
  base,
} as const satisfies Readonly<Record<string, Profile>>;
/** A generation of the Japan profile, or OneRoster 1.2.1 as it stands. */
export type Layer = keyof typeof layers;

export function isLayer(name: string): name is Layer {
  return Object.hasOwn(layers, name);
}

/** A data file without its ending. */
export type DataFile = EntityName;
/** A row by CSV header of the final Japan profile, whatever its layer; a column that is left out is blank. */
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
  return csvHeaders(entities[file], layers[layer].headers);
}

/** The keys of a `Row` under which the values of `headersOf` are found, in the same order. */
export function rowKeysOf(file: DataFile, layer: Layer): readonly string[] {
  const there = entities[file].columns.filter(
    (column) => headerOf(column, layers[layer].headers) !== undefined,
  );
  return [...baseHeaders, ...there.map((column) => column.header)];
}
