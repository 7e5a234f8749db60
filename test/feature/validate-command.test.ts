import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { unzipFiles } from '../../scripts/board/zip-files.ts';
import { commandArguments, projectFolder } from '../../scripts/hub-command.ts';
import { freezeImports } from '../support/freeze.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { noLeftovers, validationLeftovers } from '../support/validations.ts';
import { zipNameOf } from '../support/zip-name.ts';

let folder: string;
let temporary: string;
let database: TestDatabase;
/** A file that is there. */
const anyFile = fileURLToPath(import.meta.url);
let good: string;
let broken: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rosterhub-validate-test-'));
  temporary = join(folder, 'tmp');
  await mkdir(temporary);
  database = await createTestDatabase();
  const goodZip = await boardBuffer({ people: 40, seed: 41 });
  const name = await zipNameOf(goodZip);
  [good, broken] = [join(folder, name), join(folder, name.replace('0401', '0408'))];
  await writeFile(good, goodZip);
  await writeFile(broken, await boardBuffer({ people: 40, seed: 41, broken: true }));
});

afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

function start(args: readonly string[], environment: Record<string, string>) {
  const env = { PATH: process.env.PATH, TMPDIR: temporary, ...environment };
  const child = spawn(process.execPath, [...commandArguments(), 'validate', ...args], {
    cwd: projectFolder,
    env,
  });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (part: Buffer) => out.push(part));
  child.stderr.on('data', (part: Buffer) => err.push(part));
  const ended = once(child, 'close').then(([code]) => ({
    code,
    out: Buffer.concat(out).toString(),
    err: Buffer.concat(err).toString(),
  }));
  return { child, ended };
}

/** On a database that is given, without a secret. */
const validate = (...args: string[]) => start(args, { DATABASE_URL: database.url }).ended;

test('one CSV file is judged with a mode, and a zip is not', async () => {
  const users = (await unzipFiles(await boardBuffer({ people: 40, seed: 41 }))).get('users.csv');
  const file = join(folder, 'users.csv');
  await writeFile(file, users ?? '');
  expect(await validate(file, '--mode', 'bulk')).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringMatching(/^users\.csv\n[\s\S]*users\.csv 40/),
  });
  expect(await validate(good, '--mode', 'bulk')).toMatchObject({ code: 2, out: '' });
  expect(await validate(file, '--mode', 'x')).toMatchObject({ code: 2, out: '' });
});

const expectNothingKept = async () => {
  expect(await validationLeftovers(database.url)).toEqual(noLeftovers);
  expect(await readdir(temporary)).toEqual([]);
};

describe('without any database', () => {
  test('a server is brought along and taken away again', async () => {
    expect(await start([good], {}).ended).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(
        /^RO_20260401_\d{6}\.zip\n {2}プロファイル \/ profile: japan-1\.0 .+\n {2}行数 \/ rows: .*users\.csv 40.*\n問題は見つかりませんでした \/ No problems found\n$/,
      ),
    });
    expect(await readdir(temporary)).toEqual([]);
  });

  test('also when a person does not want to wait', async () => {
    const { child, ended } = start([good], {});
    await expect.poll(() => readdir(temporary), { timeout: 30_000 }).not.toEqual([]);
    child.kill('SIGINT');
    expect(await ended).toEqual({ code: 130, out: '', err: '中断しました / interrupted\n' });
    expect(await readdir(temporary)).toEqual([]);
  });
});

test('faults are shown by rule with the first of each, and the exit code says that there are errors', async () => {
  const { code, out, err } = await validate(broken);
  expect([code, err]).toEqual([1, '']);
  expect(out).toMatch(/^RO_20260408_\d{6}\.zip\n/);
  expect(out).toMatch(/\nエラー \d+ 件、警告 1 件 \/ \d+ errors, 1 warning\n/);
  expect(out).toMatch(
    /\n\[エラー \/ error\] JP-US-003 users\.csv givenName × 1\n {2}users\.csv \d+ 行目 \/ line \d+: /,
  );
  await expectNothingKept();
});

test('--json is one document and --csv the report for Excel, with the same issues', async () => {
  const json = await validate(broken, '--json');
  const document = JSON.parse(json.out);
  expect([json.code, json.err]).toEqual([1, '']);
  expect(Object.keys(document)).toEqual([
    ...['profile', 'ok', 'rows', 'errors', 'warnings', 'byRule', 'byFile', 'causes', 'issues'],
  ]);
  expect(document.issues).toHaveLength(document.errors + document.warnings);
  const csv = await validate(broken, '--csv');
  expect([csv.code, csv.err]).toEqual([1, '']);
  expect(csv.out.charCodeAt(0)).toBe(0xfeff);
  expect(csv.out.split('\r\n')).toHaveLength(document.issues.length + 2);
  await expectNothingKept();
});

test('--json of a sound file has an empty list', async () => {
  const { code, out } = await validate(good, '--json', '--interoperability', '--lenient');
  expect(code).toBe(JSON.parse(out).ok ? 0 : 1);
  expect((await validate(good, '--json')).code).toBe(0);
});

test('a pinned profile refuses a file of another one', async () => {
  const pinned = await validate(good, '--profile', 'base-1.2.1', '--json');
  expect(pinned.code).toBe(1);
  expect(JSON.parse(pinned.out)).toMatchObject({ ok: false, profile: 'base-1.2.1' });
});

test.each([
  [[]],
  [['/nowhere/x.zip']],
  [['/']],
  [[anyFile, 'more']],
  [[anyFile, '--json', '--csv']],
  [[anyFile, '--profile', 'japan-9']],
  [[anyFile, '--force']],
  [[anyFile, '--json=yes']],
  [[anyFile, '--role', 'admin']],
])('bad arguments end with 2 and how it is used: %j', async (args) => {
  const { code, out, err } = await validate(...args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('使い方 / Usage');
});

test('what could not be judged ends with 2: an empty file, a database that is away', async () => {
  const empty = join(folder, 'empty.zip');
  await writeFile(empty, '');
  expect(await validate(empty)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('0 バイト') });
  await expectNothingKept();
  const away = await start([good], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }).ended;
  expect([away.code, away.out]).toEqual([2, '']);
});

test('a command that is killed leaves what the next one on that database removes', async () => {
  const frozen = await freezeImports(database.url, 'staging');
  const { child, ended } = start([broken], { DATABASE_URL: database.url });
  await frozen.reached();
  child.kill('SIGKILL');
  await ended;
  await frozen.thaw();
  expect(await validationLeftovers(database.url)).toMatchObject({ chunks: 1 });
  await expect
    .poll(
      async () => {
        await validate(good);
        return validationLeftovers(database.url);
      },
      { timeout: 50_000 },
    )
    .toEqual(noLeftovers);
});
