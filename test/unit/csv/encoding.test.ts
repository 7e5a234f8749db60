import { describe, expect, test } from 'vitest';
import { proveEncoding } from '../../../src/csv/encoding.ts';
import { encodeJapanese, encodeWide } from '../../support/japanese-bytes.ts';
import { pieces } from '../../support/pieces.ts';

const names = [
  '佐藤花子、鈴木一郎、田中太郎、渡辺 美咲、伊藤さくら、中村 健、小林大輔、加藤あゆみ',
  '吉田 翔、山田、佐々木、松本、井上、木村、清水、山崎、池田、橋本、阿部、石川',
  '山下、中島、小川、前田、岡田、長谷川、藤田、後藤、近藤、村上、遠藤、青木、坂本、斎藤',
  '福田、太田、西村、藤井、金子、岡本、中野、原田、小野、田村、竹内、和田、中山、石田、上田',
  '森田、柴田、酒井、工藤、横山、宮崎、宮本、内田、高木、安藤、谷口、大野、丸山、今井',
  '河野、藤原、村田、武田、上野、杉山、増田、平野、大塚、千葉、久保、松井、小島、岩崎、桜井',
  '野口、松尾、野村、木下、菊地、佐野、大西、杉本、新井、北川、渡邊太郎、渡邉、齋藤',
  '齊藤、廣瀬、濱田、サトウ ハナコ、スズキ、たろう、はなこ、ゆい、能登',
].flatMap((line) => line.split('、'));
const sentences = [
  '東京都立中央小学校',
  '大阪市立第一中学校',
  '１年２組',
  '令和８年度',
  '国語、社会、算数、理科',
  '〇〇市教育委員会',
  '特別支援学級（知的障害）',
  '総合的な学習の時間',
  '外国語活動',
  '名簿は校務支援システムから書き出します。',
];
const ambiguous = ['龍', '表', '予'];
/** Names with characters that only CP932 has. */
const cp932 = ['髙橋', '山﨑', '①組', '髙﨑', '神奈川㈱'];
const halfWidth = ['ﾔﾏﾀﾞ ﾀﾛｳ', 'ｻﾄｳ', 'ｱﾍﾞ', 'ﾜﾀﾅﾍﾞ'];

/** Sound everywhere: a file with one cell beyond ASCII, and one with many. */
const one = (text: string) => `"sourcedId","familyName"\r\n"a1","${text}"\r\n"a2","x"\r\n`;
const many = (texts: readonly string[]) =>
  `sourcedId,familyName\r\n${Array.from({ length: 4_000 }, (_, row) => `"id-${row}","${texts[row % texts.length]}"\r\n`).join('')}`;

const prove = (bytes: Uint8Array, size = bytes.length) => {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) parts.push(bytes.subarray(at, at + size));
  return proveEncoding(pieces(...parts));
};

describe('a file with one Japanese cell', () => {
  test.each([...names, ...sentences])('%s is told in every encoding', async (text) => {
    const found = await Promise.all([
      prove(Buffer.from(one(text))),
      prove(Buffer.from(`\uFEFF${one(text)}`)),
      prove(encodeWide(one(text), 'le')),
      prove(encodeWide(one(text), 'be')),
      prove(encodeWide(one(text), 'le', false)),
      prove(encodeWide(one(text), 'be', false)),
      prove(encodeJapanese(one(text), 'shift_jis')),
      prove(encodeJapanese(one(text), 'euc-jp')),
    ]);
    expect(found).toEqual([
      { encoding: 'utf-8', mark: false },
      { encoding: 'utf-8', mark: true },
      { encoding: 'utf-16le', mark: true },
      { encoding: 'utf-16be', mark: true },
      { encoding: 'utf-16le', mark: false },
      { encoding: 'utf-16be', mark: false },
      { encoding: 'shift_jis', mark: false },
      { encoding: 'euc-jp', mark: false },
    ]);
  });

  test.each([...cp932, ...halfWidth])('%s is told in Shift_JIS', async (text) => {
    expect(await prove(encodeJapanese(one(text), 'shift_jis'))).toEqual({
      encoding: 'shift_jis',
      mark: false,
    });
  });
});

test.each([...'林森原東南翼ソ十'])('one character proves neither Shift_JIS nor EUC-JP: %s', async (text) => {
  expect((await prove(encodeJapanese(one(text), 'shift_jis'))).encoding).toBe('unknown');
  expect((await prove(encodeJapanese(one(text), 'euc-jp'))).encoding).not.toBe('shift_jis');
  const beside = `${one(text)}"a3","花子"\r\n`;
  expect(await prove(encodeJapanese(beside, 'shift_jis'))).toEqual({ encoding: 'shift_jis', mark: false });
  expect(await prove(encodeJapanese(beside, 'euc-jp'))).toEqual({ encoding: 'euc-jp', mark: false });
});

test('two bytes that are Latin in UTF-8 and a kanji in EUC-JP, and nothing else, are UTF-8', async () => {
  for (const text of ambiguous) {
    expect(await prove(encodeJapanese(one(text), 'euc-jp'))).toEqual({ encoding: 'utf-8', mark: false });
    const beside = `${one(text)}"a3","花子"\r\n`;
    expect(await prove(encodeJapanese(beside, 'euc-jp'))).toEqual({ encoding: 'euc-jp', mark: false });
  }
});

describe('a long file', () => {
  const all = [...names, ...sentences];

  test.each([1, 7, 64, 4_096, 1_000_000])('is told in every encoding, in chunks of %i', async (size) => {
    const text = many(all);
    const sized = (bytes: Uint8Array) => prove(bytes.subarray(0, size === 1 ? 40_000 : bytes.length), size);
    const whole = (bytes: Buffer) => sized(bytes).then(({ encoding }) => encoding);
    expect(await whole(Buffer.from(text))).toBe('utf-8');
    expect(await whole(encodeWide(text, 'le'))).toBe('utf-16le');
    expect(await whole(encodeWide(text, 'be', false))).toBe('utf-16be');
    expect(await whole(encodeJapanese(text, 'shift_jis'))).toBe('shift_jis');
    expect(await whole(encodeJapanese(text, 'euc-jp'))).toBe('euc-jp');
  });

  test('with Japanese only at its end is told as well', async () => {
    const text = `${'"id","x"\r\n'.repeat(20_000)}"id","髙橋"\r\n`;
    expect(await prove(encodeJapanese(text, 'shift_jis'), 32_768)).toEqual({
      encoding: 'shift_jis',
      mark: false,
    });
    expect(await prove(Buffer.from(text), 32_768)).toEqual({ encoding: 'utf-8', mark: false });
  });

  test('of half-width katakana and kanji is Shift_JIS', async () => {
    const bytes = encodeJapanese(many([...halfWidth, ...cp932, '齋藤']), 'shift_jis');
    expect(await prove(bytes)).toEqual({ encoding: 'shift_jis', mark: false });
  });
});

describe('UTF-8 that is damaged', () => {
  const lines = '"sourcedId","familyName"\r\n"a1","';

  test.each([...names, ...sentences, ...cp932, ...'藤高龍あ'])(
    'is never anything else, whichever byte is lost or changed: %s',
    async (text) => {
      const sound = Buffer.from(`${lines}${text}"\r\n`);
      const begin = Buffer.byteLength(lines);
      const characters = Buffer.from(text);
      for (let at = begin; at < begin + characters.length; at += 1) {
        const rest = sound.subarray(at + 1);
        for (const wrong of [[], [0x3f], [0x20], [0x41], [0x80], [0xff]]) {
          const bytes = Buffer.concat([sound.subarray(0, at), Buffer.from(wrong), rest]);
          if (isUtf8(bytes)) continue;
          const { encoding, fault } = await prove(bytes);
          expect([encoding, fault?.line], `byte ${at} -> ${wrong}`).toEqual([
            encoding === 'unknown' ? 'unknown' : 'utf-8',
            2,
          ]);
        }
      }
    },
  );

  test('is told with the byte and the line where it begins, in any chunks', async () => {
    const before = `${lines}髙橋"\r\n"a2","佐`;
    const bytes = Buffer.concat([
      Buffer.from(before),
      Buffer.of(0xe8, 0x97),
      Buffer.from('"\r\n"a3","花子"\r\n'),
    ]);
    const wanted = {
      encoding: 'utf-8',
      mark: false,
      fault: { offset: Buffer.byteLength(before), line: 3 },
    };
    for (const size of [1, 2, 3, 5, 64, 1_000]) expect(await prove(bytes, size)).toEqual(wanted);
  });

  test.each([1, 2])('because its end is cut inside a character, %i byte short, is told', async (short) => {
    const bytes = Buffer.from('"sourcedId"\r\n"髙').subarray(0, -short);
    expect(await prove(bytes)).toEqual({ encoding: 'utf-8', mark: false, fault: { offset: 14, line: 2 } });
  });

  test('with a byte order mark is told even if nothing in it is UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('\uFEFF'), encodeJapanese(one('佐藤花子'), 'shift_jis')]);
    expect(await prove(bytes)).toMatchObject({ encoding: 'utf-8', mark: true, fault: { line: 2 } });
  });

  test('in one place of a long file is told', async () => {
    const bytes = Buffer.from(many(names));
    const at = bytes.lastIndexOf(Buffer.from('藤'));
    bytes[at + 1] = 0x41;
    expect(await prove(bytes, 32_768)).toMatchObject({ encoding: 'utf-8', fault: { offset: at } });
  });

  test('is not what a table pasted into another is, when the greater part is Shift_JIS', async () => {
    const bytes = Buffer.concat([
      encodeJapanese('"佐藤花子"\r\n'.repeat(200), 'shift_jis'),
      Buffer.from('"アイウ"\r\n'),
    ]);
    expect((await prove(bytes)).encoding).not.toBe('shift_jis');
  });
});

describe('what is none of these', () => {
  test.each([
    ['Latin-1', Buffer.from('"sourcedId"\r\n"José","Müller"\r\n', 'latin1')],
    ['bytes at random', Buffer.from([0x61, 0xff, 0xfd, 0x80, 0xa0, 0xfe, 0x0a, 0x80])],
    [
      'Shift_JIS with a character cut',
      Buffer.concat([encodeJapanese('"佐藤花子', 'shift_jis'), Buffer.of(0x8d, 0x22)]),
    ],
  ])('is unknown: %s', async (_name, bytes) => {
    expect((await prove(bytes)).encoding).toBe('unknown');
  });

  test('UTF-16 that is damaged is told as UTF-16, with byte and line', async () => {
    const bytes = Buffer.concat([
      encodeWide('a\r\nb', 'le'),
      Buffer.of(0x3d, 0xd8),
      encodeWide('c', 'le', false),
    ]);
    expect(await prove(bytes)).toEqual({ encoding: 'utf-16le', mark: true, fault: { offset: 10, line: 2 } });
    expect(await prove(bytes, 1)).toEqual({
      encoding: 'utf-16le',
      mark: true,
      fault: { offset: 10, line: 2 },
    });
  });

  test('a NUL here and there makes no UTF-16', async () => {
    expect(await prove(Buffer.from('a\0b\0cdefgh\r\n'))).toEqual({ encoding: 'utf-8', mark: false });
  });

  test('nothing is UTF-8', async () => {
    expect(await prove(Buffer.alloc(0))).toEqual({ encoding: 'utf-8', mark: false });
    expect(await prove(Buffer.from('sourcedId'))).toEqual({ encoding: 'utf-8', mark: false });
  });
});

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
