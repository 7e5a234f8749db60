import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../src/model/import-settings.ts';
import { lenient, misspelt, readCells, repaired } from '../../support/office-cells.ts';

describe('a date in another form', () => {
  test.each([
    ['2026/4/1', '2026-04-01', 'written'],
    ['2026/04/01', '2026-04-01', 'written'],
    ['2026-4-1', '2026-04-01', 'written'],
    ['2026.4.1', '2026-04-01', 'written'],
    ['20260401', '2026-04-01', 'written'],
    ['2026年4月1日', '2026-04-01', 'written'],
    ['2026年04月01日', '2026-04-01', 'written'],
    ['2028/2/29', '2028-02-29', 'written'],
    // Excel's timestamps at midnight.
    ['2026/4/1 0:00', '2026-04-01', 'written'],
    ['2026/04/01 00:00:00', '2026-04-01', 'written'],
    ['2026-04-01 00:00:00', '2026-04-01', 'written'],
    // Full-width and invisible characters.
    ['２０２６／４／１', '2026-04-01', 'written'],
    ['２０２６－０４－０１', '2026-04-01', 'written'],
    ['２０２６年４月１日', '2026-04-01', 'written'],
    ['\u200B2026-04-01', '2026-04-01', 'written'],
    // The Japanese calendar.
    ['令和8年4月1日', '2026-04-01', 'era'],
    ['令和８年４月１日', '2026-04-01', 'era'],
    ['令和 8年 4月 1日', '2026-04-01', 'era'],
    ['㋿8年4月1日', '2026-04-01', 'era'],
    ['令8.4.1', '2026-04-01', 'era'],
    ['R8.4.1', '2026-04-01', 'era'],
    ['Ｒ８．４．１', '2026-04-01', 'era'],
    ['R8/4/1', '2026-04-01', 'era'],
    ['R08-04-01', '2026-04-01', 'era'],
    ['H27.12.31', '2015-12-31', 'era'],
    ['S64.1.7', '1989-01-07', 'era'],
    ['T15.12.24', '1926-12-24', 'era'],
    // Where one era ends and the next begins.
    ['平成31年4月30日', '2019-04-30', 'era'],
    ['令和元年5月1日', '2019-05-01', 'era'],
    ['令和1年5月1日', '2019-05-01', 'era'],
    ['昭和64年1月7日', '1989-01-07', 'era'],
    ['平成元年1月8日', '1989-01-08', 'era'],
    ['大正15年12月24日', '1926-12-24', 'era'],
    ['昭和元年12月25日', '1926-12-25', 'era'],
    ['大正元年7月30日', '1912-07-30', 'era'],
    ['令和2年2月29日', '2020-02-29', 'era'],
  ] as const)('%s means %s: an error when strict, read so when lenient', (found, wanted, kind) => {
    const strict = readCells('enrollments', { beginDate: found });
    expect(strict.issues).toEqual([misspelt('beginDate', 'JP-C-009', found, wanted, kind)]);
    expect(strict.values).not.toHaveProperty('beginDate');
    const mild = readCells('enrollments', { beginDate: found }, lenient);
    expect(mild.issues).toEqual([repaired('beginDate', found, wanted, kind)]);
    expect(mild.values).toHaveProperty('beginDate', wanted);
  });

  test.each([
    // Outside their eras.
    '令和元年4月1日',
    '令和元年4月30日',
    '平成31年5月1日',
    '平成元年1月7日',
    '昭和64年1月8日',
    '大正元年7月29日',
    '令和0年5月1日',
    '明治45年7月29日',
    'H31.5.1',
    // Days that do not exist.
    '2026/2/29',
    '2026/13/1',
    '20260431',
    '平成30年2月29日',
    '令和8年0月1日',
    // More than one meaning.
    '4/1/2026',
    '1/4/2026',
    '26/4/1',
    '8.4.1',
    'Apr 1 2026',
    '2026/4/1 9:30',
    '2026-04-01T00:00:00.000Z',
    '2026年4月',
    '46113',
    '春',
  ])('%s has no certain meaning: an error, however lenient', (found) => {
    const told = {
      fault: 'date_invalid',
      column: 'beginDate',
      code: 'JP-C-009',
      level: 'error',
      params: { found },
    };
    for (const settings of [defaultSettings, lenient]) {
      const { issues, values } = readCells('enrollments', { beginDate: found }, settings);
      expect(issues).toEqual([told]);
      expect(values).not.toHaveProperty('beginDate');
    }
  });

  test('with blanks around it', () => {
    const found = '　2026-04-01 ';
    expect(readCells('enrollments', { beginDate: found }).issues).toEqual([
      misspelt('beginDate', 'JP-C-009', found, '2026-04-01', 'written'),
    ]);
    const mild = readCells('enrollments', { beginDate: found }, lenient);
    expect(mild.issues).toEqual([repaired('beginDate', found, '2026-04-01', 'blanks')]);
    expect(mild.values).toHaveProperty('beginDate', '2026-04-01');
  });

  test('is never repeated where it is personal', () => {
    const birth = { birthDate: '平成31年4月30日' };
    expect(readCells('demographics', birth).issues).toEqual([
      misspelt('birthDate', 'JP-C-009', '***', '***', 'era'),
    ]);
    const mild = readCells('demographics', birth, lenient);
    expect(mild.issues).toEqual([repaired('birthDate', '***', '***', 'era')]);
    expect(mild.values).toEqual({ birthDate: '2019-04-30' });
  });

  test('is judged as what it means, when lenient', () => {
    const { issues } = readCells('enrollments', { beginDate: 'R8.4.2', endDate: '2026-04-01' }, lenient);
    expect(issues).toEqual([
      repaired('beginDate', 'R8.4.2', '2026-04-02', 'era'),
      {
        fault: 'values_reversed',
        column: 'endDate',
        code: 'JP-EN-009',
        level: 'error',
        params: { found: '2026-04-01' },
      },
    ]);
  });

  test('that is required is told to be misspelt by the rule of dates', () => {
    expect(readCells('academicSessions', { startDate: '2026/4/1' }).issues).toEqual([
      misspelt('startDate', 'JP-C-009', '2026/4/1', '2026-04-01', 'written'),
    ]);
    expect(readCells('academicSessions', { startDate: '2026/4/1' }, lenient).issues).toEqual([
      repaired('startDate', '2026/4/1', '2026-04-01', 'written'),
    ]);
  });
});
