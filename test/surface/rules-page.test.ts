import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { rulesPage, rulesPageFile } from '../../scripts/rules-page/render-page.ts';
import { faults } from '../../src/model/profiles/faults.ts';
import { rules } from '../../src/model/rules/index.ts';

test('docs/rules.md is what `npm run rules-page` writes', async () => {
  expect(await readFile(rulesPageFile, 'utf8')).toBe(rulesPage());
});

test('docs/rules.md has every rule and every code that a report can have, each once', () => {
  const listed = [...rulesPage().matchAll(/^\| ((?:JP|RH)-[A-Z]+-\d{3}) \|/gm)].map(([, id]) => id);
  const codes = Object.values(faults).map(({ code }) => code);
  const own = codes.filter((code) => code.startsWith('RH-') && code !== 'RH-C-010');
  expect(listed.toSorted()).toEqual([...rules.map(({ id }) => id), ...own].toSorted());
});

test('docs/rules.md has tables whose rows have as many cells as their heads', () => {
  let width = 0;
  for (const line of rulesPage().split('\n')) {
    const cells = line.startsWith('|') ? line.split(/(?<!\\)\|/).length : 0;
    if (width > 0 && cells > 0) expect(cells, line).toBe(width);
    width = cells;
  }
});
