import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { documentApp } from '../support/document-app.ts';

const app = documentApp();

async function page(): Promise<{ html: string; assets: string[]; headers: Headers }> {
  const response = await app.request('/docs');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8');
  const html = await response.text();
  const assets = [...html.matchAll(/(?:src|href)="(docs\/[^"]+)"/g)].map(([, address = '']) => `/${address}`);
  return { html, assets, headers: response.headers };
}

test('the page may run scripts of the hub and call the hub, and nothing else', async () => {
  const { html, headers } = await page();
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy.split('; ')).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
    ]),
  );
  expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
  expect(/script-src[^;]*/.exec(policy)?.[0]).not.toContain('unsafe-inline');
  expect(html).not.toMatch(/https?:\/\/|\son\w+=|<script>|<style|style=/);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(html).toMatch(/API キー \/ API key/);
});

test('its files come from the hub, under their digest, and may be kept for a year', async () => {
  const { assets } = await page();
  expect(assets.map((address) => address.split('/').at(-1))).toEqual([
    'swagger-ui.css',
    'page.css',
    'swagger-ui-bundle.js',
    'start.js',
  ]);
  for (const address of assets) {
    const response = await app.request(address);
    expect(response.status, address).toBe(200);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-type')).toMatch(/^text\/(css|javascript); charset=UTF-8$/);
    const bytes = await response.arrayBuffer();
    expect(String(bytes.byteLength)).toBe(response.headers.get('content-length'));
    expect(bytes.byteLength).toBeGreaterThan(100);
  }
});

test('another file or another digest is not there, whatever it is called', async () => {
  const [first = ''] = (await page()).assets;
  for (const address of [
    first.replace(/[0-9a-f]{20}/, '0'.repeat(20)),
    '/docs/x/package.json',
    first.replace('swagger-ui.css', 'package.json'),
    first.replace('swagger-ui.css', '..%2Fpackage.json'),
    first.replace('swagger-ui.css', '%2e%2e%2fpackage.json'),
  ]) {
    const response = await app.request(address);
    expect(response.status, address).toBe(404);
    expect(response.headers.get('cache-control')).toBe('no-store');
  }
});

test('with a slash at its end it leads to the page, below whatever path the hub stands', async () => {
  const response = await app.request('/docs/');
  expect([response.status, response.headers.get('location')]).toEqual([308, '../docs']);
});

test('no package of the production tree has an install script', () => {
  const lock: { packages: Record<string, Record<string, unknown>> } = JSON.parse(
    readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'),
  );
  const scripted = Object.entries(lock.packages)
    .filter(([, one]) => one.hasInstallScript === true && one.dev !== true && one.optional !== true)
    .map(([name]) => name);
  expect(scripted).toEqual([]);
});
