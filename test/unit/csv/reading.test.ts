import { describe, expect, test } from 'vitest';
import { zipFiles } from '../../../scripts/board/zip-files.ts';
import { inspectBundle } from '../../../src/csv/bundle.ts';
import { readRows } from '../../../src/csv/read-rows.ts';
import { orgs } from '../../../src/model/entities/orgs.ts';
import { users } from '../../../src/model/entities/users.ts';
import { csvHeaders } from '../../../src/model/entity.ts';
import { encodeJapanese, encodeWide } from '../../support/japanese-bytes.ts';
import { collect } from '../../support/pieces.ts';
import { manifestText, readBundle, tableText } from '../../support/text-bundle.ts';
import { bytesOf } from '../../support/zip-bytes.ts';

const orgHeader = csvHeaders(orgs, 'base').join(',');
const schools = ['中央小学校', '東小学校', '第一中学校'];
const orgRow = (id: number, name: string) => [`org-${id}`, '', '', name, 'school', '', ''];
const short = tableText(
  orgHeader,
  schools.map((name, id) => orgRow(id, name)),
); // prettier-ignore
/** Long enough that no byte beyond ASCII is among the first that are unpacked. */
const long = tableText(orgHeader, [
  ...Array.from({ length: 4_000 }, (_, id) => orgRow(id + 10, 'School')),
  ...schools.map((name, id) => orgRow(id, name)),
]);
const samples = 'name: 中央小学校 / name: 東小学校 / name: 第一中学校';
const shortRows = schools.map((name, id) => [`org-${id}`, name, 'school']);

const place = 'orgs.csv 1';
const named = (name: string) => JSON.stringify({ name, samples });
const refused = (name: string) => [`${place} JP-F-007 error encoding_refused ${named(name)}`];
const read = (name: string) => [`${place} RH-F-010 warning encoding_read ${named(name)}`];
const mark = ['orgs.csv 0 JP-F-008 warning byte_order_mark {}'];
const damaged = (bytes: Buffer, offset: number) => {
  const line = bytes.subarray(0, offset).filter((byte) => byte === 0x0a).length + 1;
  return [`orgs.csv ${line} JP-F-007 error utf8_invalid ${JSON.stringify({ offset })}`];
};

/** `小` of the second school with its middle byte changed. */
function break8(text: string): { bytes: Buffer; offset: number } {
  const bytes = Buffer.from(text);
  const offset = bytes.lastIndexOf(Buffer.from('小'));
  bytes[offset + 1] = 0x41;
  return { bytes, offset };
}

/** The file ends inside `校`. */
function cut8(text: string): { bytes: Buffer; offset: number } {
  const bytes = Buffer.from(text);
  const offset = bytes.lastIndexOf(Buffer.from('校'));
  return { bytes: bytes.subarray(0, offset + 2), offset };
}

interface Case {
  readonly name: string;
  readonly bytes: Buffer;
  readonly strict: readonly string[];
  readonly lenient: readonly string[];
  readonly encoding?: string;
}

function casesOf(text: string): Case[] {
  const broken = break8(text);
  const ended = cut8(text);
  const both = (name: string, bytes: Buffer, told: readonly string[]) => ({
    name,
    bytes,
    strict: told,
    lenient: told,
  });
  return [
    { ...both('UTF-8', Buffer.from(text), []), encoding: 'utf-8' },
    { ...both('UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), mark), encoding: 'utf-8' },
    both('EUC-JP', encodeJapanese(text, 'euc-jp'), refused('EUC-JP')),
    both('damaged UTF-8', broken.bytes, damaged(broken.bytes, broken.offset)),
    both('truncated UTF-8', ended.bytes, damaged(ended.bytes, ended.offset)),
    ...(
      [
        ['shift_jis', 'Shift_JIS', encodeJapanese(text, 'shift_jis')],
        ['utf-16le', 'UTF-16 (LE)', encodeWide(text, 'le')],
        ['utf-16be', 'UTF-16 (BE)', encodeWide(text, 'be')],
        ['utf-16le', 'UTF-16 (LE)', encodeWide(text, 'le', false)],
        ['utf-16be', 'UTF-16 (BE)', encodeWide(text, 'be', false)],
      ] as const
    ).map(([encoding, name, bytes]) => ({
      name,
      bytes,
      strict: refused(name),
      lenient: read(name),
      encoding,
    })),
  ];
}

describe.each([
  ['short', short, shortRows],
  ['long', long, shortRows],
])('a %s file', (_size, text, lastRows) => {
  test.each(casesOf(text))('in $name is told, whole issues, in both modes', async (one) => {
    for (const strictness of [undefined, 'strict', 'lenient'] as const) {
      const wanted = strictness === 'lenient' ? one.lenient : one.strict;
      const found = await readBundle({ 'orgs.csv': one.bytes }, strictness);
      expect(found.told, strictness).toEqual(wanted);
      const readable = !wanted.some((line) => line.includes(' error '));
      if (readable) {
        expect(found.rows['orgs.csv']?.slice(-3)).toEqual(lastRows);
        expect(found.readings['orgs.csv']).toEqual({
          encoding: one.encoding,
          delimiter: ',',
          lineEnd: 'crlf',
          mark: one.bytes[0] === 0xef || (one.bytes[0] ?? 0) >= 0xfe,
        });
      }
    }
  });
});

test('what is told of Shift_JIS says what it is, shows it, and how to save it again', async () => {
  const { texts } = await readBundle({ 'orgs.csv': encodeJapanese(short, 'shift_jis') });
  expect(texts).toEqual([
    `この表は Shift_JIS です。UTF-8 で保存し直してください（Shift_JIS として読んだ例：${samples}）。 | ` +
      `This file is Shift_JIS, not UTF-8. Save it again as UTF-8. Read as Shift_JIS, for example: ${samples}`,
  ]);
});

describe('samples of people', () => {
  const header = csvHeaders(users, 'base').join(',');
  const columns = csvHeaders(users, 'base');
  const people = [
    ['髙橋', '一郎'],
    ['佐藤', '花子'],
    ['山田', '太郎'],
    ['渡邊', '美咲'],
    ['一', '愛'],
    ['長谷川', 'さくら'],
  ];
  const text = (list: readonly (readonly string[])[]) =>
    tableText(
      header,
      list.map(([family = '', given = ''], id) =>
        columns.map((name) => ({ sourcedId: `u-${id}`, familyName: family, givenName: given })[name] ?? ''),
      ),
    );
  const samplesOf = async (list: readonly (readonly string[])[]) => {
    const { issues } = await readBundle({ 'users.csv': encodeJapanese(text(list), 'shift_jis') });
    expect(issues.map(({ fault }) => fault)).toEqual(['encoding_refused']);
    return String(issues[0]?.params.samples);
  };

  test('are characters out of several values in the order of their code points', async () => {
    expect(await samplesOf(people)).toBe('givenName: ら 一 咲 太 子 / familyName: 山 川 藤 邊 髙');
  });

  test('leave out a character that would make a name with the one before it', async () => {
    // 一 of the first value and 郎 of the second stand side by side in the third.
    const list = ['一子', '太郎', '郎一一郎'].map((name) => ['', name]);
    expect(await samplesOf(list)).toBe('givenName: 一');
  });

  test('never hold a name, however few people there are', async () => {
    for (let count = 1; count <= people.length; count += 1) {
      for (let from = 0; from + count <= people.length; from += 1) {
        const list = people.slice(from, from + count);
        const told = (await samplesOf(list)).replaceAll(' ', '');
        for (const name of list.flat()) if ([...name].length > 1) expect(told).not.toContain(name);
      }
    }
  });
});

describe('manifest.csv', () => {
  const manifest = manifestText('orgs.csv');
  const systems = 'value: 校務支援システム';
  const facts = JSON.stringify({ name: 'Shift_JIS', samples: systems });

  test('in Shift_JIS is named, and read in lenient mode', async () => {
    const files = { 'manifest.csv': encodeJapanese(manifest, 'shift_jis'), 'orgs.csv': short };
    expect((await readBundle(files)).told).toEqual([
      `manifest.csv 1 JP-F-007 error encoding_refused ${facts}`,
    ]);
    const read = await readBundle(files, 'lenient');
    expect(read.told).toEqual([`manifest.csv 1 RH-F-010 warning encoding_read ${facts}`]);
    expect(read.rows).toEqual({ 'orgs.csv': shortRows });
  });

  test('with tabs is named, and read in lenient mode with its lines', async () => {
    const tabs = manifest.replaceAll(',', '\t').replace('"file.users"\t"absent"', '"file.users"\t"none"');
    const files = { 'manifest.csv': tabs, 'orgs.csv': short };
    const told = JSON.stringify({ name: 'タブ', nameEn: 'tabs', samples: 'propertyName / value' });
    const line = tabs.split('\r\n').findIndex((text) => text.includes('file.users')) + 1;
    const mode = `manifest.csv ${line} JP-M-005 error mode_unknown {"name":"file.users","found":"none"}`;
    expect((await readBundle(files)).told).toEqual([
      `manifest.csv 1 RH-F-011 error delimiter_refused ${told}`,
      mode,
    ]);
    expect((await readBundle(files, 'lenient')).told).toEqual([
      `manifest.csv 1 RH-F-013 warning delimiter_read ${told}`,
      mode,
    ]);
  });

  test('with LF and without quotes is told once of each', async () => {
    const bare = manifest.replaceAll('\r', '').replaceAll('"', '');
    expect((await readBundle({ 'manifest.csv': bare, 'orgs.csv': short })).told).toEqual([
      'manifest.csv 1 JP-F-009 warning line_feed_only {}',
      'manifest.csv 2 JP-F-011 warning value_unquoted {}',
    ]);
  });
});

describe('delimiters and line ends of a file', () => {
  const tabs = short.replaceAll(',', '\t');
  const semicolons = short.replaceAll(',', ';');
  const names = 'sourcedId / status / dateLastModified';
  const ofTabs = JSON.stringify({ name: 'タブ', nameEn: 'tabs', samples: names });
  const ofSemicolons = JSON.stringify({ name: 'セミコロン', nameEn: 'semicolons', samples: names });

  test.each([
    ['tabs', tabs, `delimiter_refused ${ofTabs}`, `delimiter_read ${ofTabs}`, '\t', 'crlf'],
    [
      'semicolons',
      semicolons,
      `delimiter_refused ${ofSemicolons}`,
      `delimiter_read ${ofSemicolons}`,
      ';',
      'crlf',
    ],
  ])('%s are named, and read in lenient mode', async (_name, text, strict, lenient, delimiter, lineEnd) => {
    expect((await readBundle({ 'orgs.csv': text })).told).toEqual([`${place} RH-F-011 error ${strict}`]);
    const read = await readBundle({ 'orgs.csv': text }, 'lenient');
    expect(read.told).toEqual([`${place} RH-F-013 warning ${lenient}`]);
    expect(read.rows['orgs.csv']).toEqual(shortRows);
    expect(read.readings['orgs.csv']).toEqual({ encoding: 'utf-8', delimiter, lineEnd, mark: false });
  });

  test('CR alone is named, and read in lenient mode', async () => {
    const text = short.replaceAll('\n', '');
    expect((await readBundle({ 'orgs.csv': text })).told).toEqual([
      `${place} RH-F-012 error line_end_refused {}`,
    ]);
    const read = await readBundle({ 'orgs.csv': text }, 'lenient');
    expect(read.told).toEqual([`${place} RH-F-014 warning line_end_read {}`]);
    expect(read.rows['orgs.csv']).toEqual(shortRows);
    expect(read.readings['orgs.csv']).toMatchObject({ lineEnd: 'cr' });
  });

  test('LF alone is a warning in both modes', async () => {
    for (const strictness of ['strict', 'lenient'] as const) {
      const read = await readBundle({ 'orgs.csv': short.replaceAll('\r', '') }, strictness);
      expect(read.told).toEqual([`${place} JP-F-009 warning line_feed_only {}`]);
      expect(read.rows['orgs.csv']).toEqual(shortRows);
    }
  });

  test('Excel\u2019s "Unicode text", UTF-16 with tabs, is read in lenient mode', async () => {
    const read = await readBundle({ 'orgs.csv': encodeWide(tabs, 'le') }, 'lenient');
    expect(read.told).toEqual([
      `${place} RH-F-010 warning encoding_read ${named('UTF-16 (LE)')}`,
      `${place} RH-F-013 warning delimiter_read ${ofTabs}`,
    ]);
    expect(read.rows['orgs.csv']).toEqual(shortRows);
  });
});

test('a sound file is read once in strict mode, and no more than its beginning before', async () => {
  const zip = await zipFiles([
    { name: 'manifest.csv', content: manifestText('orgs.csv') },
    { name: 'orgs.csv', content: long },
  ]);
  const { files, rulebook } = await inspectBundle(bytesOf(zip));
  const [file] = files;
  if (file === undefined || rulebook === undefined) throw new Error('not a bundle');
  expect(file.entry.bytesRead()).toBeLessThan(Buffer.byteLength(long) / 2);
  let readings = 0;
  const entry = {
    ...file.entry,
    read() {
      readings += 1;
      return file.entry.read();
    },
  };
  await collect(readRows({ ...file, entry }, rulebook, () => undefined));
  expect(readings).toBe(1);
});
