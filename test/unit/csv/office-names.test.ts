import { describe, expect, test } from 'vitest';
import { halfWidth } from '../../../src/csv/office.ts';
import { defaultSettings } from '../../../src/model/import-settings.ts';
import { lenient, readCells, repaired, warned } from '../../support/office-cells.ts';

describe('a code', () => {
  test.each([
    ['courses', 'grades', 'Ｐ１', 'P1', 'grades', ['P1']],
    ['classes', 'classCode', '１－Ａ', '1-A', 'classCode', '1-A'],
    ['classes', 'classCode', 'A\u200B1', 'A1', 'classCode', 'A1'],
    ['orgs', 'identifier', '０５２０１９', '052019', 'identifier', '052019'],
  ] as const)(
    '%s.%s %j is told in full width, and read as %j when lenient',
    (name, column, found, wanted, field, value) => {
      const [first] = readCells(name, { [column]: found }).issues;
      expect(first).toEqual(warned('full_width', column, 'RH-X-005', { found, wanted }));
      const mild = readCells(name, { [column]: found }, lenient);
      expect(mild.issues).toEqual([repaired(column, found, wanted, 'widths')]);
      expect(mild.values).toHaveProperty(field, value);
    },
  );

  test('that is personal is not repeated', () => {
    const email = { email: 'ｙ@example.jp' };
    expect(readCells('users', email).issues).toEqual([
      warned('full_width', 'email', 'RH-X-005', { found: '***', wanted: '***' }),
    ]);
    const mild = readCells('users', email, lenient);
    expect(mild.issues).toEqual([repaired('email', '***', '***', 'widths')]);
    expect(mild.values).toHaveProperty('email', 'y@example.jp');
  });

  test('has its blanks taken off, when lenient', () => {
    const mild = readCells('users', { username: ' y　' }, lenient);
    expect(mild.issues).toEqual([repaired('username', '***', '***', 'widths')]);
    expect(mild.values).toHaveProperty('username', 'y');
  });

  test('that is very long is cut in the report, between characters', () => {
    const found = '𠮷'.repeat(200);
    const [first] = readCells('classes', { classCode: `Ａ${found}` }).issues;
    expect(first?.params).toEqual({
      found: `Ａ${'𠮷'.repeat(39)}…`,
      wanted: `A${'𠮷'.repeat(39)}…`,
    });
  });

  test('halfWidth turns letters and digits, and drops what cannot be seen', () => {
    expect(halfWidth('ＡＢ－１２＠\u200B\u00AD\uFEFF\u2060')).toBe('AB-12@');
  });
});

describe('a reading', () => {
  const column = 'metadata.jp.kanaGivenName';
  test.each([
    ['ﾊﾅｺ', 'ハナコ', 'JP-US-008'],
    ['ﾀﾞｲｽｹ', 'ダイスケ', 'JP-US-008'],
    ['ﾊﾟｰﾙ', 'パール', 'JP-US-008'],
    ['はなこ', 'ハナコ', 'JP-US-009'],
    ['ゔぇら', 'ヴェラ', 'JP-US-009'],
    ['はナこ', 'ハナコ', 'JP-US-009'],
  ])('%s is told, and read as %s when lenient', (found, wanted, rule) => {
    const strict = readCells('users', { [column]: found });
    expect(strict.issues).toEqual([warned('value_wrong', column, rule, { found: '***' })]);
    expect(strict.metadata).toContain(`"kanaGivenName":"${found}"`);
    const mild = readCells('users', { [column]: found }, lenient);
    expect(mild.issues).toEqual([repaired(column, '***', '***', 'kana')]);
    expect(mild.metadata).toContain(`"kanaGivenName":"${wanted}"`);
  });

  test('with its marks apart, as a Mac writes them, is put together when lenient', () => {
    const found = 'がく'.normalize('NFD');
    expect(readCells('users', { [column]: found }).issues).toEqual([
      warned('characters_unusual', column, 'JP-F-012', { found: '\u3099（U+3099）' }),
      warned('value_wrong', column, 'JP-US-009', { found: '***' }),
    ]);
    const mild = readCells('users', { [column]: found }, lenient);
    expect(mild.issues).toEqual([repaired(column, '***', '***', 'kana')]);
    expect(mild.metadata).toContain('"kanaGivenName":"ガク"');
  });

  test.each(['Hana', '花子'])('%s is told, and stays, however lenient', (found) => {
    for (const settings of [defaultSettings, lenient]) {
      const { issues, metadata } = readCells('users', { [column]: found }, settings);
      expect(issues).toEqual([warned('value_wrong', column, 'JP-US-009', { found: '***' })]);
      expect(metadata).toContain(`"kanaGivenName":"${found}"`);
    }
  });
});

describe('a name is never changed', () => {
  const unusual = (column: string, code: string, found: string) =>
    warned('characters_unusual', column, code, { found });
  test.each([
    // JIS X 0213 has 﨑, and unifies 髙 with 高.
    ['髙橋', [unusual('familyName', 'JP-F-012', '髙（U+9AD9）')]],
    ['山﨑', []],
    ['𠮷野家', [unusual('familyName', 'JP-F-012', '𠮷（U+20BB7）')]],
    // One letter and one letter with a mark: the same to a reader, not to a comparison.
    ['がく'.normalize('NFC'), []],
    ['がく'.normalize('NFD'), [unusual('familyName', 'JP-F-012', '\u3099（U+3099）')]],
    ['Müller'.normalize('NFC'), []],
    ['Müller'.normalize('NFD'), []],
    ['ﾔﾏﾀﾞ', [warned('value_wrong', 'familyName', 'JP-US-005', { found: '***' })]],
    ['ＹＡＭＡＤＡ', []],
    ['やまだ', []],
    [' 山田', [warned('blanks_around', 'familyName', 'JP-C-011')]],
    ['山田　', [warned('blanks_around', 'familyName', 'JP-C-011')]],
    ['１月１日', []],
    ['神', []],
    ['葛\u{E0100}城', [unusual('familyName', 'JP-F-012', '\u{E0100}（U+E0100）')]],
    ['\uE000田', [unusual('familyName', 'JP-F-012', '\uE000（U+E000）')]],
  ])('%j: what is unusual is told, and it is kept as it is', (name, issues) => {
    for (const settings of [defaultSettings, lenient]) {
      const found = readCells('users', { familyName: name }, settings);
      expect(found.values).toHaveProperty('familyName', name);
      expect(found.issues).toEqual(issues);
    }
  });

  test('what screens show has a rule of its own for its characters', () => {
    for (const settings of [defaultSettings, lenient]) {
      const found = readCells('users', { preferredFamilyName: '髙橋' }, settings);
      expect(found.values).toHaveProperty('preferredLastName', '髙橋');
      expect(found.issues).toEqual([unusual('preferredFamilyName', 'JP-US-021', '髙（U+9AD9）')]);
    }
  });

  test('of an org or a class loses blanks around it at most, when lenient', () => {
    for (const name of ['髙島小学校', 'ﾎｼﾐ小学校', 'が'.normalize('NFD'), 'ＡＢＣ小学校'])
      expect(readCells('orgs', { name }, lenient).values).toHaveProperty('name', name);
    const mild = readCells('orgs', { name: ' 星見市　' }, lenient);
    expect(mild.issues).toEqual([repaired('name', ' 星見市　', '星見市', 'blanks')]);
    expect(mild.values).toHaveProperty('name', '星見市');
  });
});

describe('a long value', () => {
  test.each([
    ['a'.repeat(255), []],
    ['a'.repeat(256), [{ ...warned('value_long', 'location', 'JP-F-015'), params: { length: 256 } }]],
    // Characters are counted, not code units.
    ['𠀋'.repeat(255), []],
    ['𠀋'.repeat(256), [{ ...warned('value_long', 'location', 'JP-F-015'), params: { length: 256 } }]],
  ])('of %#: is told from 256 characters on', (location, issues) => {
    const found = readCells('classes', { location });
    expect(found.issues).toEqual(issues);
    expect(found.values).toHaveProperty('location', location);
  });
});
