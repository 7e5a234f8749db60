import { describe, expect, test } from 'vitest';
import { exampleRows } from '../../../src/csv/example-rows.ts';
import { readManifest } from '../../../src/csv/manifest.ts';
import { templateEncodings, templateFile, templateFiles, templateKinds } from '../../../src/csv/template.ts';
import { entities, entityList } from '../../../src/model/entities/index.ts';
import { csvHeaders } from '../../../src/model/entity.ts';
import { outsideJisX0213 } from '../../../src/model/jis-x-0213.ts';
import { japan } from '../../../src/model/profiles/japan.ts';

const text = (file: string, kind: (typeof templateKinds)[number]) =>
  templateFile(file, { kind, encoding: 'utf-8' }).toString().slice(1);

test('there is a template of the manifest and of every entity', () => {
  expect(templateFiles).toEqual(['manifest.csv', ...entityList.map(({ csvFile }) => csvFile)]);
});

describe.each(entityList.map((entity) => [entity.csvFile, entity] as const))('%s', (file, entity) => {
  const header = csvHeaders(entity, 'japan').join(',');

  test('empty: the bare header line of the Japan profile and nothing else', () => {
    expect(text(file, 'empty')).toBe(`${header}\r\n`);
  });

  test('example: every value quoted, every line of the same length and ended with CRLF', () => {
    const [first, ...lines] = text(file, 'example').split('\r\n');
    expect(first).toBe(header);
    expect(lines.pop()).toBe('');
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line).toMatch(/^"[^"\r\n]*"(,"[^"\r\n]*")*$/);
      expect(line.split('","')).toHaveLength(header.split(',').length);
      expect(outsideJisX0213(line)).toEqual([]);
    }
  });

  test('an example row has no column that the header has not, and an id of its own', () => {
    const rows = Object.entries(exampleRows).find(([name]) => name === entity.name)?.[1] ?? [];
    for (const row of rows) {
      expect(csvHeaders(entity, 'japan')).toEqual(expect.arrayContaining(Object.keys(row)));
      expect(row.sourcedId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    expect(new Set(rows.map(({ sourcedId }) => sourcedId)).size).toBe(rows.length);
  });
});

test.each(templateKinds)('the %s manifest is one that the hub reads', (kind) => {
  const { version, modes, issues } = readManifest(text('manifest.csv', kind));
  // Whose system it is, nobody knows of an empty one.
  const codes = kind === 'empty' ? ['JP-M-011', 'JP-M-011'] : [];
  expect([version?.text, issues.map(({ code }) => code)]).toEqual(['1.2_JP', codes]);
  const bulk = [...modes].filter(([, mode]) => mode === 'bulk').map(([file]) => file);
  const wanted = kind === 'empty' ? japan.requiredFiles : Object.keys(entities);
  expect(bulk.toSorted()).toEqual(wanted.map((name) => `${name}.csv`).toSorted());
});

test.each(templateFiles)('%s is the same text in both encodings, and the same bytes each time', (file) => {
  for (const kind of templateKinds) {
    const [utf8, shiftJis] = templateEncodings.map((encoding) => templateFile(file, { kind, encoding }));
    expect(utf8?.subarray(0, 3)).toEqual(Buffer.of(0xef, 0xbb, 0xbf));
    expect(new TextDecoder('shift_jis', { fatal: true }).decode(shiftJis)).toBe(text(file, kind));
    expect(templateFile(file, { kind, encoding: 'utf-8' })).toEqual(utf8);
  }
});

test.each(['gradebook.csv', 'users', 'Users.csv', '', 'results.csv'])(
  'there is no template of %j',
  (file) => {
    expect(() => templateFile(file, { kind: 'empty', encoding: 'utf-8' })).toThrow(
      expect.objectContaining({ code: 'unknown_object' }),
    );
  },
);
