import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { findChromium, startChromium } from '../support/chromium.ts';
import { privateHubs } from '../support/private-hubs.ts';
import { runCommand } from '../support/run-command.ts';

const noChromium = 'skipped: this machine has no Chromium, and CHROMIUM names none';

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

/** The operation that tests try, on a page that has just been opened. */
async function getAllOrgs(page: Page) {
  const operation = page.locator('#operations-OrgsManagement-getAllOrgs');
  await operation.locator('.opblock-summary-control').click();
  const answer = operation.locator('.live-responses-table tbody');
  return {
    /** Calls the hub and returns what the page shows of an answer with this status. */
    async execute(status: string): Promise<string | null> {
      await operation.getByRole('button', { name: 'Execute' }).click();
      await answer.locator('td.response-col_status', { hasText: status }).first().waitFor();
      return answer.locator('.response-col_description').first().textContent();
    },
  };
}

/** Fills in one of the forms of the package's own dialog. */
async function authorize(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.getByRole('button', { name: 'Authorize' }).first().click();
  const [first = ''] = Object.keys(fields);
  const form = page.locator('.auth-container', { has: page.locator(first) });
  for (const [field, value] of Object.entries(fields)) await form.locator(field).fill(value);
  await form.getByLabel(/^Apply/).click();
  await page.getByText('Logout').waitFor();
  await page.locator('.close-modal').click();
}

test('/docs in a browser without a network: a key is entered, a call is tried, and nothing else is asked', async ({
  skip,
}) => {
  const chromium = findChromium();
  if (chromium === undefined) {
    // Reporters that show few lines do not show the reason of a skip.
    process.stderr.write(`${noChromium}\n`);
    return skip(noChromium);
  }
  const hubs = await privateHubs();
  const { client } = await hubs.start();
  await client.importZip(await boardBuffer({ people: 20, seed: 5 }));
  const made = await runCommand(hubs.databaseUrl, [
    ...['clients', 'create', '--name', 'browser'],
    ...['--scopes', 'roster-core.readonly'],
  ]);
  const [, id = '', secret = ''] = /client_id=(\S+)\nclient_secret=(\S+)/.exec(made.out) ?? [];
  const browser = await startChromium(chromium);
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  const { complaints, foreign } = watch(page, client.url);

  await page.goto(`${client.url}/docs`);
  const { execute } = await getAllOrgs(page);
  expect(await execute('401')).toContain('unauthorisedrequest');
  // The browser itself reports an answer of 401 on the console.
  expect(complaints.splice(0)).toEqual([expect.stringContaining('401')]);
  await page.getByLabel('API キー / API key').fill(client.key);
  await page.getByRole('button', { name: 'Use this key' }).click();
  expect(await execute('200')).toContain('"orgs"');

  // What the package's own dialog takes: a key, or an OAuth2 client that gets itself a token.
  for (const fields of [
    { '#auth-bearer-value': client.key },
    { '#client_id_clientCredentials': id, '#client_secret_clientCredentials': secret },
  ]) {
    await page.goto(`${client.url}/docs`);
    await authorize(page, fields);
    expect(await (await getAllOrgs(page)).execute('200')).toContain('"orgs"');
  }

  const kept = await page.evaluate('[localStorage.length, sessionStorage.length, document.cookie]');
  expect(kept).toEqual([0, 0, '']);
  expect(page.url()).not.toMatch(/rhk_|rhs_/);
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
});
