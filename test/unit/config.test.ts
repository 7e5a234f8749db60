import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ConfigError, parseConfig } from '../../src/config.ts';
import { parseNetwork } from '../../src/model/address.ts';
import { refusalOf } from '../support/pieces.ts';

const secret = 'f00dfeedf00dfeedf00dfeedf00dfeed';
const databaseUrl = 'postgres://hub:pw@db.example.jp:5433/hub';

type Environment = Record<string, string | undefined>;

/** Names of the variables that are found wrong, in order. */
async function faultsOf(environment: Environment, files: Record<string, string> = {}): Promise<string[]> {
  const error = await refusalOf(() => parseConfig(environment, readerOf(files)));
  if (!(error instanceof ConfigError)) throw error;
  for (const fault of error.faults) {
    expect(error.message).toContain(fault);
    expect(fault, 'in both languages').toMatch(/[ぁ-ん一-龠].* \/ .*[a-z]/s);
  }
  return error.faults.map((fault) => fault.split(':')[0] ?? '');
}

function readerOf(files: Record<string, string>) {
  return (path: string) => {
    const text = files[path];
    if (text === undefined) throw new Error('ENOENT');
    return text;
  };
}

describe('without any setting', () => {
  const defaults = {
    host: '127.0.0.1',
    port: 3000,
    databaseUrl: undefined,
    dataDir: '.data',
    publicUrl: undefined,
    secret: undefined,
    secretPrevious: undefined,
    keyEnvironment: 'live',
    trustedProxies: [],
    corsOrigins: [],
    rateLimitPerHour: 3_600,
    rateLimitPerSecond: 60,
    logLevel: 'info',
    jobConcurrency: 5,
    unknownFields: 'reject',
    unknownSort: 'ignore',
    tombstoneDays: 400,
    uploadDays: 90,
    exportDays: 7,
    reportDays: 400,
    auditDays: 1_096,
    auditHeadFile: undefined,
    migrationDatabaseUrl: undefined,
    organization: undefined,
  };

  test('the hub has its defaults', () => expect(parseConfig({})).toEqual(defaults));

  test('a blank setting counts as not set', () => {
    const names = ['HOST', 'PORT', 'DATABASE_URL', 'DATA_DIR', 'PUBLIC_URL', 'SECRET', 'LOG_LEVEL'];
    const more = ['JOB_CONCURRENCY', 'UNKNOWN_FIELDS', 'UNKNOWN_SORT', 'TOMBSTONE_DAYS', 'UPLOAD_DAYS'];
    const safety = ['SECRET_PREVIOUS', 'KEY_ENVIRONMENT', 'TRUSTED_PROXIES', 'CORS_ORIGINS'];
    const limits = ['RATE_LIMIT_PER_HOUR', 'RATE_LIMIT_PER_SECOND'];
    const audit = ['AUDIT_DAYS', 'AUDIT_HEAD_FILE', 'MIGRATION_DATABASE_URL', 'REPORT_DAYS', 'ORGANIZATION'];
    const blank = [...names, ...more, ...safety, ...limits, ...audit].flatMap((name) => [
      name,
      `${name}_FILE`,
    ]);
    expect(parseConfig(Object.fromEntries(blank.map((name) => [name, ''])))).toEqual(defaults);
  });
});

test('every setting is read', () => {
  const environment = {
    HOST: '::1',
    PORT: '0',
    DATABASE_URL: databaseUrl,
    DATA_DIR: '/var/lib/hub',
    PUBLIC_URL: 'https://hub.example.jp/roster//',
    SECRET: secret,
    SECRET_PREVIOUS: secret.toUpperCase(),
    KEY_ENVIRONMENT: 'test2',
    TRUSTED_PROXIES: '10.0.0.0/8, ::1\n127.0.0.1',
    CORS_ORIGINS: 'https://tool.example.jp http://127.0.0.1:8080',
    RATE_LIMIT_PER_HOUR: '100000000',
    RATE_LIMIT_PER_SECOND: '1',
    LOG_LEVEL: 'silent',
    JOB_CONCURRENCY: '64',
    UNKNOWN_FIELDS: 'ignore',
    UNKNOWN_SORT: 'reject',
    TOMBSTONE_DAYS: '30',
    UPLOAD_DAYS: '3650',
    REPORT_DAYS: '500',
    AUDIT_DAYS: '3660',
    AUDIT_HEAD_FILE: '/mnt/heads',
    MIGRATION_DATABASE_URL: databaseUrl,
    ORGANIZATION: '東市教育委員会',
  };
  expect(parseConfig(environment)).toEqual({
    host: '::1',
    port: 0,
    databaseUrl,
    dataDir: '/var/lib/hub',
    publicUrl: 'https://hub.example.jp/roster',
    secret,
    secretPrevious: secret.toUpperCase(),
    keyEnvironment: 'test2',
    trustedProxies: ['10.0.0.0/8', '::1', '127.0.0.1'].map(parseNetwork),
    corsOrigins: ['https://tool.example.jp', 'http://127.0.0.1:8080'],
    rateLimitPerHour: 100_000_000,
    rateLimitPerSecond: 1,
    logLevel: 'silent',
    jobConcurrency: 64,
    unknownFields: 'ignore',
    unknownSort: 'reject',
    tombstoneDays: 30,
    uploadDays: 3650,
    exportDays: 7,
    reportDays: 500,
    auditDays: 3660,
    auditHeadFile: '/mnt/heads',
    migrationDatabaseUrl: databaseUrl,
    organization: '東市教育委員会',
  });
});

describe('a setting out of a file', () => {
  test('is the file, without the line end that editors add', () => {
    const files = { '/a': `${secret}\n`, '/b': `${databaseUrl}\r\n`, '/c': '8080', '/d': '10.0.0.1' };
    const environment = { SECRET_FILE: '/a', DATABASE_URL_FILE: '/b', PORT_FILE: '/c', HOST_FILE: '/d' };
    expect(parseConfig(environment, readerOf(files))).toMatchObject({
      secret,
      databaseUrl,
      port: 8080,
      host: '10.0.0.1',
    });
  });

  test('is read from the disk', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rosterhub-config-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'secret'), `${secret}\n`);
    expect(parseConfig({ SECRET_FILE: join(folder, 'secret') }).secret).toBe(secret);
  });

  test('that cannot be read is one fault', async () => {
    expect(await faultsOf({ SECRET_FILE: '/none', DATABASE_URL: databaseUrl })).toEqual(['SECRET_FILE']);
  });

  test('and given itself as well is a fault', async () => {
    expect(await faultsOf({ SECRET: secret, SECRET_FILE: '/a' }, { '/a': secret })).toEqual(['SECRET']);
  });
});

describe('a faulty setting', () => {
  test.each([
    ...['-1', '65536', '3000.5', 'http', '0x50', '１'].map((value) => ['PORT', value]),
    ...['0', '65', '-5', 'many'].map((value) => ['JOB_CONCURRENCY', value]),
    ...['0', '3661', '1.5'].map((value) => ['TOMBSTONE_DAYS', value]),
    ...['0', '3651', '1.5'].map((value) => ['UPLOAD_DAYS', value]),
    ...['0', '3661'].map((value) => ['REPORT_DAYS', value]),
    ...['二\n行', 'x'.repeat(201)].map((value) => ['ORGANIZATION', value]),
    ...['LIVE', '1x', 'with_line', 'x'.repeat(13)].map((value) => ['KEY_ENVIRONMENT', value]),
    ...['0.0.0.0/0', '::/0', '10.0.0.1/33', '010.0.0.1', 'proxy', '10.0.0.0/8,x'].map((value) => [
      'TRUSTED_PROXIES',
      value,
    ]),
    ...[
      '*',
      'null',
      'https://tool.example.jp/',
      'https://tool.example.jp/x',
      'tool.example.jp',
      'HTTPS://a.jp',
    ].map((value) => ['CORS_ORIGINS', value]),
    ...['short', `${'0'.repeat(31)}`].map((value) => ['SECRET_PREVIOUS', value]),
    ...['REJECT', 'yes'].map((value) => ['UNKNOWN_FIELDS', value]),
    ...['400', 'sort'].map((value) => ['UNKNOWN_SORT', value]),
    ...['mysql://h/d', 'localhost', 'postgres:/h', 'postgres://h:port/d'].map((value) => [
      'DATABASE_URL',
      value,
    ]),
    ...['hub.example.jp', 'ftp://hub.example.jp', 'https://h/?a=1', 'https://h/#a', 'https://u:p@h/'].map(
      (value) => ['PUBLIC_URL', value],
    ),
    ...[
      'short',
      'x'.repeat(31),
      'change-me-change-me-change-me-change-me',
      'my secret my secret my secret my secret',
      'example0example0example0example0',
    ].map((value) => ['SECRET', value]),
    ...['INFO', 'verbose'].map((value) => ['LOG_LEVEL', value]),
  ] as [string, string][])('%s=%s is refused', async (name, value) => {
    expect(await faultsOf({ SECRET: name === 'DATABASE_URL' ? secret : undefined, [name]: value })).toEqual([
      name,
    ]);
  });

  test('does not hide the others: all are in one message', async () => {
    const environment = {
      PORT: 'x',
      DATABASE_URL: 'y',
      PUBLIC_URL: 'z',
      SECRET: 'short',
      LOG_LEVEL: 'loud',
      JOB_CONCURRENCY: '0',
    };
    expect(await faultsOf(environment)).toEqual(Object.keys(environment));
  });

  test('never repeats a secret or a password', async () => {
    const error = await refusalOf(() =>
      parseConfig({ SECRET: 'hush-hush', DATABASE_URL: 'mysql://u:sesame@h/d' }),
    );
    expect(String(error)).not.toMatch(/hush-hush|sesame/);
  });
});

describe('with DATABASE_URL', () => {
  test('a secret is required, and its absence told beside the other faults', async () => {
    expect(await faultsOf({ DATABASE_URL: databaseUrl })).toEqual(['SECRET']);
    expect(await faultsOf({ DATABASE_URL: databaseUrl, PORT: 'x' })).toEqual(['PORT', 'SECRET']);
  });

  test('a faulty secret is one fault, not two', async () => {
    expect(await faultsOf({ DATABASE_URL: databaseUrl, SECRET: 'short' })).toEqual(['SECRET']);
  });
});
