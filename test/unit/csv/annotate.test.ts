import { expect, test } from 'vitest';
import { annotateFile, type RowChoice, type RowNote } from '../../../src/csv/annotate.ts';
import { UnreadableFile } from '../../../src/csv/decode.ts';
import type { BundleEntry } from '../../../src/csv/zip.ts';
import { issue } from '../../../src/model/issue.ts';
import { collect, pieces } from '../../support/pieces.ts';

function entryOf(bytes: () => AsyncGenerator<Uint8Array>): BundleEntry {
  return { name: 'users.csv', unpackedBytes: 0, bytesRead: () => 0, read: bytes };
}

const written = (...texts: string[]) => entryOf(() => pieces(...texts.map((text) => Buffer.from(text))));

const note = (line: number, message: string, level: RowNote['level'] = 'error'): RowNote => ({
  ...{ line, message, level },
  remedy: `${message}の直し方`,
});

async function annotated(
  entry: BundleEntry,
  notes: RowNote[][],
  choice: RowChoice = 'all',
): Promise<string[]> {
  const text = (await collect(annotateFile(entry, pieces(...notes), choice))).join('');
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(text.endsWith('\r\n')).toBe(true);
  return text.slice(1, -2).split('\r\n');
}

test('every row comes back, with what is wrong in it in two more columns', async () => {
  const entry = written('a,b\r\n"1","い"\r\n', '"2","ろ"\r\n"3",', '"は"\r\n');
  const notes = [[note(3, '甲'), note(3, '乙', 'warning')], [note(4, '丙', 'warning')]];
  expect(await annotated(entry, notes)).toEqual([
    '"a","b","エラー","直し方"',
    '"1","い","",""',
    '"2","ろ","甲／警告: 乙","甲の直し方／乙の直し方"',
    '"3","は","警告: 丙","丙の直し方"',
  ]);
  expect(await annotated(entry, notes, 'failing')).toEqual([
    '"a","b","エラー","直し方"',
    '"2","ろ","甲／警告: 乙","甲の直し方／乙の直し方"',
  ]);
});

test('what is wrong with the file and its header stands below the header', async () => {
  const rows = await annotated(written('a,b\n1,2\n'), [[note(0, '全体'), note(1, '見出し')]], 'failing');
  expect(rows).toEqual(['"a","b","エラー","直し方"', '"","","全体／見出し","全体の直し方／見出しの直し方"']);
});

test('a row with other numbers of cells keeps them', async () => {
  expect(await annotated(written('a,b\n1\n1,2,3\n'), [[note(2, '短'), note(3, '長')]])).toEqual([
    '"a","b","エラー","直し方"',
    '"1","","短","短の直し方"',
    '"1","2","3","長","長の直し方"',
  ]);
});

test('no cell is a formula, and a message is one line', async () => {
  const entry = written('=a,b\n"=1+1","＋1"\n');
  expect(await annotated(entry, [[note(2, '-1\r\n2')]])).toEqual([
    `"'=a","b","エラー","直し方"`,
    `"'=1+1","'＋1","'-1 2","'-1 2の直し方"`,
  ]);
});

test('a value of several lines keeps them, and the rows after it their notes', async () => {
  const rows = await annotated(written('a\n"x\ny"\n"z"\n'), [[note(2, '甲'), note(4, '乙')]]);
  expect(rows).toEqual(['"a","エラー","直し方"', '"x\ny","甲","甲の直し方"', '"z","乙","乙の直し方"']);
});

test('a file that cannot be read to its end says so in its last row', async () => {
  const entry = entryOf(async function* () {
    yield Buffer.from('a,b\n1,2\n');
    throw new UnreadableFile(issue('zip_damaged'));
  });
  const last = '"","","ここから先は読めませんでした。壊れ","壊れの直し方"';
  expect(await annotated(entry, [[note(2, '甲'), note(9, '壊れ')]], 'all')).toEqual([
    '"a","b","エラー","直し方"',
    '"1","2","甲","甲の直し方"',
    last,
  ]);
  const empty = entryOf(async function* () {
    yield* [];
    throw new UnreadableFile(issue('zip_damaged'));
  });
  expect(await annotated(empty, [[note(9, '壊れ')]])).toEqual([
    '"エラー","直し方"',
    '"ここから先は読めませんでした。壊れ","壊れの直し方"',
  ]);
});

test('an empty file has its notes, and a cell never grows beyond what a spreadsheet takes', async () => {
  expect(await annotated(written(), [[note(0, '空')]])).toEqual(['"エラー","直し方"', '"空","空の直し方"']);
  const many = Array.from({ length: 1_000 }, () => note(2, '同'));
  const [, row = ''] = await annotated(written('a\n1\n'), [many]);
  expect(row).toBe(`"1","${'同／'.repeat(50)}ほか 950 件","同の直し方"`);
});
