import { manifestHeaders } from '../model/bundle-files.ts';
import { findEntityByFile } from '../model/entities/index.ts';
import { csvHeaders, type Entity } from '../model/entity.ts';

/** What is known of a file's columns before it is read. */
export interface KnownColumns {
  /** Names that its header may have. */
  readonly names: ReadonlySet<string>;
  /** Those whose values may be repeated in a report. Of a column that nobody knows, nobody knows what it holds. */
  readonly open: ReadonlySet<string>;
}

/** The columns of a data file. */
export function entityColumns(entity: Entity): KnownColumns {
  const open = entity.columns.filter((column) => !column.personal).map((column) => column.header);
  return { names: new Set(csvHeaders(entity, 'japan')), open: new Set(open) };
}

/** The columns of manifest.csv, which holds nothing personal. */
export const manifestColumns: KnownColumns = {
  names: new Set(manifestHeaders),
  open: new Set(manifestHeaders),
};

/** The columns of a file of the bundle, by its name. */
export function columnsOf(file: string): KnownColumns {
  const entity = findEntityByFile(file);
  return entity === undefined ? manifestColumns : entityColumns(entity);
}
