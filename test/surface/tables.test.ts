import { expect, test } from 'vitest';
import { errorTable } from '../../src/errors.ts';
import { faults } from '../../src/model/profiles/faults.ts';
import { profiles } from '../../src/model/profiles/index.ts';

test('errors.txt: every refusal with its status, minor code and texts', async () => {
  const rows = Object.entries(errorTable).map(
    ([code, { status, minor, ja, en }]) => `${status} ${code} (${minor})\n  ${ja}\n  ${en}\n`,
  );
  await expect(rows.join('\n')).toMatchFileSnapshot('__snapshots__/errors.txt');
});

test('faults.txt: every fault of a bundle with its rule, level and texts', async () => {
  const rows = Object.entries(faults).map(
    ([kind, { code, level, ja, en, expectedJa, expectedEn }]) =>
      `${code} ${level} ${kind}\n  ${ja}\n    ${expectedJa}\n  ${en}\n    ${expectedEn}\n`,
  );
  await expect(rows.join('\n')).toMatchFileSnapshot('__snapshots__/faults.txt');
});

test('profiles.json: what each layer narrows', async () => {
  await expect(`${JSON.stringify(profiles, null, 2)}\n`).toMatchFileSnapshot('__snapshots__/profiles.json');
});
