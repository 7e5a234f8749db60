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

  test('has an index for its publications and for each reference by one id', () => {
    const indexed = getTableConfig(live).indexes.map(({ config }) =>
      config.columns.map((column) => ('name' in column ? column.name : '')),
    );
    expect(indexed[0]).toEqual(['publication_id', 'sourced_id']);
    const refs = entity.stored.filter((column) => column.kind === 'ref').map((column) => [column.column]);
    expect(indexed.slice(1)).toEqual(refs);
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
