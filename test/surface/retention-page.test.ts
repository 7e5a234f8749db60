import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { retentionPage, retentionPageFile } from '../../scripts/retention-page/render-page.ts';

test('docs/retention.md is what `npm run retention-page` writes', async () => {
  expect(await readFile(retentionPageFile, 'utf8')).toBe(retentionPage());
});
