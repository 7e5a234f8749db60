import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zipFiles } from '../../scripts/board/zip-files.ts';
import { exampleRows } from '../../src/csv/example-rows.ts';
import { templateEncodings, templateFile, templateFiles, templateKinds } from '../../src/csv/template.ts';
import { templateListSchema } from '../../src/http/routes/templates.ts';
import { runCommand } from '../support/run-command.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
});

afterAll(() => hub.stop());

async function bytesOf(path: string): Promise<Buffer> {
  const response = await hub.client.get(path);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

async function keyOf(role: string): Promise<string> {
  const made = await runCommand(hub.databaseUrl, ['keys', 'create', '--name', role, '--role', role]);
  return made.out.trim();
}

const variants = templateKinds.flatMap((kind) =>
  templateEncodings.map((encoding) => ({ kind, encoding }) as const),
);

describe('GET /csv/templates', () => {
  test('lists every file, and its links lead to the templates', async () => {
    const response = await hub.client.get('/csv/templates');
    expect(response.status).toBe(200);
    const { templates } = templateListSchema.parse(await response.json());
    expect(templates.map(({ file }) => file)).toEqual(templateFiles);
    for (const { file, links } of templates) {
      expect(links.map(({ kind, encoding }) => ({ kind, encoding }))).toEqual(variants);
      for (const { href, ...variant } of links) {
        const { pathname, search } = new URL(href);
        expect(await bytesOf(pathname + search)).toEqual(templateFile(file, variant));
      }
    }
  });

  test('a download is a file for Excel in the encoding asked for', async () => {
    const headersOf = async (query: string) => {
      const { headers } = await hub.client.get(`/csv/templates/users.csv${query}`);
      return [headers.get('content-type'), headers.get('content-disposition')];
    };
    const attachment = 'attachment; filename="users.csv"';
    expect(await headersOf('')).toEqual(['text/csv; charset=UTF-8', attachment]);
    expect(await headersOf('?encoding=shift_jis')).toEqual(['text/csv; charset=Shift_JIS', attachment]);
  });

  test('without parameters it is the empty file in UTF-8', async () => {
    expect(await bytesOf('/csv/templates/orgs.csv')).toEqual(
      templateFile('orgs.csv', { kind: 'empty', encoding: 'utf-8' }),
    );
  });

  test.each(['users', 'results.csv', 'users.csv%00', '..%2fusers.csv'])('%s is not there', async (file) => {
    const response = await hub.client.get(`/csv/templates/${file}`);
    expect([response.status, await response.json()]).toEqual([
      404,
      { error: expect.objectContaining({ code: 'unknown_object' }) },
    ]);
  });

  test.each([
    ['kind', 'full', 'empty, example'],
    ['kind', '', 'empty, example'],
    ['encoding', 'utf8', 'utf-8, shift_jis'],
    ['encoding', 'Shift_JIS', 'utf-8, shift_jis'],
  ])('%s=%s is refused with what is possible', async (name, value, words) => {
    const response = await hub.client.get(`/csv/templates/orgs.csv?${name}=${value}`);
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ error: { code: 'invalid_parameter' } });
    expect(text).toContain(words);
  });

  test('is for administrators and importers', async () => {
    for (const path of ['/csv/templates', '/csv/templates/orgs.csv']) {
      const ask = (key: string) => hub.client.get(path, { authorization: `Bearer ${key}` });
      expect((await fetch(hub.client.url + path)).status).toBe(401);
      expect((await ask(await keyOf('importer'))).status).toBe(200);
      expect((await ask(await keyOf('reader'))).status).toBe(403);
    }
  });
});

describe('the examples', () => {
  const zipOf = (content: (file: string) => Promise<Buffer>) =>
    Promise.all(templateFiles.map(async (name) => ({ name, content: await content(name) }))).then(zipFiles);
  const example = (file: string) => bytesOf(`/csv/templates/${file}?kind=example`);

  test('together are a bundle without an error or a warning, apart from the mark for Excel', async () => {
    const marked = await hub.client.importZip(await zipOf(example), 'marked');
    expect(await hub.client.issuesOf(marked.id).then((issues) => issues.map(({ level }) => level))).toEqual(
      templateFiles.map(() => 'warning'),
    );
    expect(marked).toMatchObject({ state: 'published', issues: { errors: 0 } });
  });

  test('without that mark are imported clean, every row of them', async () => {
    await using fresh = await startTestHub();
    const zip = await zipOf(async (file) => (await example(file)).subarray(3));
    const imported = await fresh.client.importZip(zip);
    expect(await fresh.client.issuesOf(imported.id)).toEqual([]);
    expect(imported).toMatchObject({ state: 'published', profile: 'japan-1.0' });
    for (const [name, rows] of Object.entries(exampleRows)) {
      expect(imported.files[`${name}.csv`]).toMatchObject({ rows: rows.length, created: rows.length });
    }
  });
});

describe('rosterhub templates', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rosterhub-templates-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Where there is no database, and no configuration that is any good. */
  const run = (...args: string[]) =>
    runCommand('postgres://nobody@127.0.0.1:1/none', ['templates', ...args], { PORT: 'x', SECRET: 'short' });

  test.each(variants)('writes every file into a folder, without a database: %j', async (variant) => {
    const out = join(folder, `${variant.kind}-${variant.encoding}`, 'new');
    const ended = await run('--out', out, '--kind', variant.kind, '--encoding', variant.encoding);
    const paths = templateFiles.map((file) => join(out, file));
    expect(ended).toEqual({ code: 0, out: paths.map((path) => `${path}\n`).join(''), err: '' });
    expect((await readdir(out)).toSorted()).toEqual(templateFiles.toSorted());
    for (const file of templateFiles) {
      expect(await readFile(join(out, file))).toEqual(templateFile(file, variant));
    }
  });

  test('never writes over a file', async () => {
    const out = await mkdtemp(join(folder, 'filled-'));
    await writeFile(join(out, 'users.csv'), 'filled in');
    const { code, err } = await run('--out', out);
    expect(code).toBe(2);
    expect(err).toContain(`${join(out, 'users.csv')} もうあります`);
    expect(await readFile(join(out, 'users.csv'), 'utf8')).toBe('filled in');
  });

  test('says why a folder cannot be written to', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const { code, err } = await run('--out', join(file, 'below'));
    expect(code).toBe(2);
    expect(err).toContain('ENOTDIR');
  });

  test.each([
    [[]],
    [['--out', '']],
    [['more', '--out', 'x']],
    [['--out', 'x', '--kind', 'full']],
    [['--out', 'x', '--encoding', 'euc-jp']],
    [['--out', 'x', '--name', 'y']],
  ])('bad arguments end with 2 and how it is used: %j', async (args) => {
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('使い方 / Usage');
  });
});
