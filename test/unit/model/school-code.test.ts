import { expect, test } from 'vitest';
import { exampleRows } from '../../../src/csv/example-rows.ts';
import { districtCode, schoolCheckDigit, schoolCode } from '../../../src/model/school-code.ts';

test('known codes have the check digits that they have', () => {
  expect(schoolCode('B1', 27, 2, 1_000_001)).toBe('B127210000018');
  expect(districtCode(5, 201)).toBe('052019');
  expect(districtCode(13, 123)).toBe('131237');
});

test('the schools of the examples have codes of the right shape and digit', () => {
  const codes = exampleRows.orgs.filter(({ type }) => type === 'school').map((row) => row.identifier ?? '');
  expect(codes).toHaveLength(2);
  for (const code of codes) {
    expect(code).toMatch(/^[BC]1132\d{8}$/);
    expect(String(schoolCheckDigit(code.slice(0, 12)))).toBe(code.slice(12));
  }
});
