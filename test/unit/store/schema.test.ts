import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { describe, expect, test } from 'vitest';
import { entityList } from '../../../src/model/entities/index.ts';
import { tableName } from '../../../src/store/column.ts';
import * as schema from '../../../src/store/schema.ts';

const tables = Object.values(schema).filter((value) => is(value, PgTable));
const tableCalled = (name: string) => {
  const found = tables.filter((table) => getTableName(table) === name);
  expect(found.length, name).toBe(1);
  return found[0] ?? tables[0] ?? schema.users;
};

test('every top-level export is a table, and no two have one name', () => {
  expect(tables.length).toBe(Object.keys(schema).length);
  expect(new Set(tables.map(getTableName)).size).toBe(tables.length);
});

describe.each(entityList.map((entity) => [entity.name, entity] as const))('%s', (_name, entity) => {
  const live = tableCalled(tableName(entity.name));
  const history = tableCalled(`${tableName(entity.name)}_history`);
  const columns = (table: PgTable) => Object.values(getTableColumns(table)).map((column) => column.name);

  test('has a table and a history with a column for every stored field', () => {
    const wanted = [
      'sourced_id',
      'status',
      'publication_id',
      'source_id',
      'source_date_last_modified',
      ...entity.stored.map((column) => column.column),
      'metadata',
    ];
    expect(columns(live)).toEqual(wanted);
    expect(columns(history)).toEqual([...wanted, 'valid_to']);
  });

  test('stores no password', () => {
    expect(columns(live)).not.toContain('password');
  });

  test('has an index for its publications, its tombstones and each reference', () => {
    const indexed = getTableConfig(live).indexes.map(({ config }) =>
      config.columns.map((column) => ('name' in column ? column.name : '')),
    );
    expect(indexed.slice(0, 2)).toEqual([['publication_id', 'sourced_id'], ['sourced_id']]);
    const refs = entity.stored.filter(({ kind }) => kind === 'ref' || kind === 'refs');
    for (const { column } of refs) expect(indexed).toContainEqual([column]);
  });

  test('has an index for each value that people look for, and for references in metadata', () => {
    const names = getTableConfig(live).indexes.map(({ config }) => config.name);
    const table = tableName(entity.name);
    for (const column of entity.stored.filter(({ indexed }) => indexed)) {
      expect(names).toContain(`${table}_${tableName(column.name)}_idx`);
    }
    for (const column of entity.japan.filter(({ kind }) => kind === 'ref')) {
      expect(names).toContain(`${table}_jp_${tableName(column.name)}_idx`);
    }
    expect(new Set(names).size).toBe(names.length);
  });

  test('compares sourcedIds and references by code point', () => {
    for (const column of Object.values(getTableColumns(live))) {
      if (
        column.name === 'sourced_id' ||
        (column.name.endsWith('sourced_id') && column.name !== 'agent_sourced_ids')
      ) {
        expect(column.getSQLType()).toBe('text COLLATE "C"');
      }
    }
  });
});
