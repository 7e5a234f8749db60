import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { findChromium, startChromium } from '../support/chromium.ts';
import { privateHubs } from '../support/private-hubs.ts';

const chromium = findChromium();
const title =
  '/docs in a browser without a network: a key is entered, a call is tried, and nothing else is asked';

/** What the page complained of, and what it asked of anybody but the hub. */
function watch(page: Page, hubUrl: string): { complaints: string[]; foreign: string[] } {
  const seen = { complaints: [] as string[], foreign: [] as string[] };
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) seen.complaints.push(message.text());
  });
  page.on('pageerror', (error) => seen.complaints.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${hubUrl}/`) && !url.startsWith('data:')) seen.foreign.push(url);
  });
  return seen;
}

test.skipIf(chromium === undefined)(
  chromium === undefined ? `${title} (skipped: this machine has no Chromium)` : title,
  async () => {
    const { client } = await (await privateHubs()).start();
    await client.importZip(await boardBuffer({ people: 20, seed: 5 }));
    const browser = await startChromium(chromium ?? '');
    onTestFinished(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    const { complaints, foreign } = watch(page, client.url);

    await page.goto(`${client.url}/docs`);
    const operation = page.locator('#operations-OrgsManagement-getAllOrgs');
    await operation.locator('.opblock-summary-control').click();
    const execute = operation.getByRole('button', { name: 'Execute' });
    const answered = (status: string) =>
      operation
        .locator('.live-responses-table tbody td.response-col_status', { hasText: status })
        .first()
        .waitFor();
    const body = operation.locator('.live-responses-table tbody .response-col_description').first();

    await execute.click();
    await answered('401');
    expect(await body.textContent()).toContain('unauthorisedrequest');
    // The browser itself reports an answer of 401 on the console.
    expect(complaints.splice(0)).toEqual([expect.stringContaining('401')]);

    await page.getByLabel('API キー / API key').fill(client.key);
    await page.getByRole('button', { name: 'Use this key' }).click();
    await execute.click();
    await answered('200');
    expect(await body.textContent()).toContain('"orgs"');

    // The package has a dialog of its own for keys.
    await page.reload();
    await page.getByRole('button', { name: 'Authorize' }).click();
    const bearer = page.locator('.auth-container', { has: page.getByLabel('auth-bearer-value') });
    await bearer.getByLabel('auth-bearer-value').fill(client.key);
    await bearer.getByLabel('Apply credentials').click();
    await page.getByText('Logout').waitFor();
    const kept = await page.evaluate('[localStorage.length, sessionStorage.length, document.cookie]');
    expect(kept).toEqual([0, 0, '']);
    expect(page.url()).not.toContain(client.key);
    expect(complaints).toEqual([]);
    expect(foreign).toEqual([]);
  },
);
