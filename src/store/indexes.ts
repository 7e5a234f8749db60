import type { Column, Entity } from '../model/entity.ts';
import { literal, quoted, tableName } from './column.ts';

/** An index beside the primary key. */
export interface IndexDeclaration {
  readonly name: string;
  readonly method: 'btree' | 'gin';
  /** SQL of its columns or expressions. */
  readonly on: readonly string[];
  readonly where?: string;
}

/** Text is compared without regard to case, so that is what the index holds. The query's expression is the same. */
const folded = (column: Column) => `lower(${quoted(column.column)} COLLATE "und-x-icu")`;

/**
 * What records of an entity are looked for by: references from the other side, values that people search by, values
 * of the profile that are references.
 */
function valueIndexes(entity: Entity, table: string): IndexDeclaration[] {
  const own = entity.stored.flatMap((column): IndexDeclaration[] => {
    const name = `${table}_${tableName(column.name)}_idx`;
    const plain = quoted(column.column);
    if (column.kind === 'ref') return [{ name, method: 'btree', on: [plain] }];
    if (column.kind === 'refs') return [{ name, method: 'gin', on: [plain] }];
    if (!column.indexed) return [];
    return [{ name, method: 'btree', on: [column.kind === 'vocabulary' ? plain : folded(column)] }];
  });
  const japan = entity.japan
    .filter(({ kind }) => kind === 'ref')
    .map(
      ({ name }): IndexDeclaration => ({
        name: `${table}_jp_${tableName(name)}_idx`,
        method: 'btree',
        on: [`(metadata #>> ${literal(`{jp,${name}}`)})`],
      }),
    );
  return [...own, ...japan];
}

/** Indexes of the roster as it is. Deltas read by publication; tombstones are few and asked for by name. */
export function liveIndexes(entity: Entity): IndexDeclaration[] {
  const table = tableName(entity.name);
  return [
    { name: `${table}_publication_idx`, method: 'btree', on: ['"publication_id"', '"sourced_id"'] },
    {
      name: `${table}_tombstone_idx`,
      method: 'btree',
      on: ['"sourced_id"'],
      where: `status = 'tobedeleted'`,
    },
    ...valueIndexes(entity, table),
  ];
}

/** Indexes of replaced versions: they are read by reference, and taken away by the publication that replaced them. */
export function historyIndexes(entity: Entity): IndexDeclaration[] {
  const table = `${tableName(entity.name)}_history`;
  const references = valueIndexes(entity, table).filter(({ name }) =>
    entity.stored.some(
      (column) => column.kind === 'ref' && name === `${table}_${tableName(column.name)}_idx`,
    ),
  );
  return [{ name: `${table}_valid_to_idx`, method: 'btree', on: ['"valid_to"'] }, ...references];
}

/** The statement that makes it unless it is there. */
export function createIndex(table: string, { name, method, on, where }: IndexDeclaration): string {
  const condition = where === undefined ? '' : ` WHERE ${where}`;
  return `CREATE INDEX IF NOT EXISTS ${quoted(name)} ON ${quoted(table)} USING ${method} (${on.join(', ')})${condition}`;
}
