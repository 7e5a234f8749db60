import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  databaseUrl,
  environmentName,
  logLevel,
  networks,
  oneOf,
  organizationName,
  origins,
  originUrl,
  says,
  secret,
  wholeNumber,
} from './config-readers.ts';
import type { Network } from './model/address.ts';
import { rateLimitMax } from './model/rate-limit.ts';
import { type RetentionSetting, retentionSettings } from './model/retention.ts';

/** Settings of the hub. Names are those of the environment variables. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** PostgreSQL 15 or later; without it the hub runs a server of its own in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** Origin under which clients reach the hub, without a trailing slash; undefined means host and port. */
  readonly publicUrl: string | undefined;
  /** Undefined means: made once and kept in `dataDir`. */
  readonly secret: string | undefined;
  /** The secret before, of which everything still works. */
  readonly secretPrevious: string | undefined;
  /** Stands in the texts of keys and secrets, `rhk_live_…`; those of another environment are refused. */
  readonly keyEnvironment: string;
  /** Whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly Network[];
  /** Origins whose pages may call the hub. */
  readonly corsOrigins: readonly string[];
  /** Requests that a client may send, unless it has limits of its own, and an address of which none is known. */
  readonly rateLimitPerHour: number;
  readonly rateLimitPerSecond: number;
  readonly logLevel: string;
  readonly jobConcurrency: number;
  /** What an unknown name in `fields` does: 400, or the whole record. */
  readonly unknownFields: 'reject' | 'ignore';
  /** What an unknown name in `sort` does: the default order, or 400. */
  readonly unknownSort: 'ignore' | 'reject';
  /** Days for which deleted records and replaced versions can still be read. */
  readonly tombstoneDays: number;
  /** Days for which uploads can be had back. */
  readonly uploadDays: number;
  /** Days for which the files of exports can be downloaded. */
  readonly exportDays: number;
  /** Days for which what was wrong with an import is kept. */
  readonly reportDays: number;
  /** Days for which the audit is kept at least. */
  readonly auditDays: number;
  /** File to which the end of the audit's chain is added every day; undefined means the log alone. */
  readonly auditHeadFile: string | undefined;
  /** Database URL of the role that migrates and owns the tables; undefined means that of the hub. */
  readonly migrationDatabaseUrl: string | undefined;
  /** Who answers for the data, as its record of processing says: 東市教育委員会. */
  readonly organization: string | undefined;
}

/** All faults of a configuration at once. The message is for the person at the console. */
export class ConfigError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(
      `設定が正しくありません / The configuration is not valid:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

function days(name: RetentionSetting) {
  const { least, most, otherwise } = retentionSettings[name];
  return wholeNumber(least, most).default(otherwise);
}

/** One reader for each variable; a blank variable counts as not set. */
const variables = {
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(3000),
  DATABASE_URL: databaseUrl.optional(),
  DATA_DIR: z.string().default('.data'),
  PUBLIC_URL: originUrl.transform((text) => text.replace(/\/+$/, '')).optional(),
  SECRET: secret.optional(),
  SECRET_PREVIOUS: secret.optional(),
  KEY_ENVIRONMENT: environmentName.default('live'),
  TRUSTED_PROXIES: networks.default([]),
  CORS_ORIGINS: origins.default([]),
  // One a second, for a day's delta and a first walk alike.
  RATE_LIMIT_PER_HOUR: wholeNumber(1, rateLimitMax.perHour).default(3_600),
  RATE_LIMIT_PER_SECOND: wholeNumber(1, rateLimitMax.perSecond).default(60),
  LOG_LEVEL: logLevel.default('info'),
  JOB_CONCURRENCY: wholeNumber(1, 64).default(5),
  UNKNOWN_FIELDS: oneOf('reject', 'ignore').default('reject'),
  UNKNOWN_SORT: oneOf('ignore', 'reject').default('ignore'),
  TOMBSTONE_DAYS: days('TOMBSTONE_DAYS'),
  UPLOAD_DAYS: days('UPLOAD_DAYS'),
  EXPORT_DAYS: days('EXPORT_DAYS'),
  REPORT_DAYS: days('REPORT_DAYS'),
  AUDIT_DAYS: days('AUDIT_DAYS'),
  AUDIT_HEAD_FILE: z.string().optional(),
  MIGRATION_DATABASE_URL: databaseUrl.optional(),
  ORGANIZATION: organizationName.optional(),
};

type Environment = Readonly<Record<string, string | undefined>>;
type ReadText = (path: string) => string;

/** `NAME`, or the content of the file that `NAME_FILE` names. */
function settingOf(
  name: string,
  environment: Environment,
  readText: ReadText,
  faults: string[],
): string | undefined {
  const value = environment[name] || undefined;
  const path = environment[`${name}_FILE`] || undefined;
  if (path === undefined) return value;
  if (value !== undefined) {
    faults.push(
      `${name}: ${says(`${name} と ${name}_FILE の両方があります`, `${name} and ${name}_FILE are both set`)}`,
    );
    return value;
  }
  try {
    return readText(path).replace(/\r?\n$/, '') || undefined;
  } catch {
    faults.push(`${name}_FILE: ${says(`ファイル ${path} を読めません`, `the file ${path} cannot be read`)}`);
    return undefined;
  }
}

/** Reads the configuration. Throws a ConfigError that names every fault. */
export function parseConfig(
  environment: Environment,
  readText: ReadText = (path) => readFileSync(path, 'utf8'),
): Config {
  const faults: string[] = [];
  const read = <Value>(name: keyof typeof variables, schema: z.ZodType<Value>): Value | undefined => {
    const result = schema.safeParse(settingOf(name, environment, readText, faults));
    if (result.success) return result.data;
    for (const found of result.error.issues) faults.push(`${name}: ${found.message}`);
    return undefined;
  };
  const config = {
    host: read('HOST', variables.HOST),
    port: read('PORT', variables.PORT),
    databaseUrl: read('DATABASE_URL', variables.DATABASE_URL),
    dataDir: read('DATA_DIR', variables.DATA_DIR),
    publicUrl: read('PUBLIC_URL', variables.PUBLIC_URL),
    secret: read('SECRET', variables.SECRET),
    secretPrevious: read('SECRET_PREVIOUS', variables.SECRET_PREVIOUS),
    keyEnvironment: read('KEY_ENVIRONMENT', variables.KEY_ENVIRONMENT),
    trustedProxies: read('TRUSTED_PROXIES', variables.TRUSTED_PROXIES),
    corsOrigins: read('CORS_ORIGINS', variables.CORS_ORIGINS),
    rateLimitPerHour: read('RATE_LIMIT_PER_HOUR', variables.RATE_LIMIT_PER_HOUR),
    rateLimitPerSecond: read('RATE_LIMIT_PER_SECOND', variables.RATE_LIMIT_PER_SECOND),
    logLevel: read('LOG_LEVEL', variables.LOG_LEVEL),
    jobConcurrency: read('JOB_CONCURRENCY', variables.JOB_CONCURRENCY),
    unknownFields: read('UNKNOWN_FIELDS', variables.UNKNOWN_FIELDS),
    unknownSort: read('UNKNOWN_SORT', variables.UNKNOWN_SORT),
    tombstoneDays: read('TOMBSTONE_DAYS', variables.TOMBSTONE_DAYS),
    uploadDays: read('UPLOAD_DAYS', variables.UPLOAD_DAYS),
    exportDays: read('EXPORT_DAYS', variables.EXPORT_DAYS),
    reportDays: read('REPORT_DAYS', variables.REPORT_DAYS),
    auditDays: read('AUDIT_DAYS', variables.AUDIT_DAYS),
    auditHeadFile: read('AUDIT_HEAD_FILE', variables.AUDIT_HEAD_FILE),
    migrationDatabaseUrl: read('MIGRATION_DATABASE_URL', variables.MIGRATION_DATABASE_URL),
    organization: read('ORGANIZATION', variables.ORGANIZATION),
  };
  if (
    config.databaseUrl !== undefined &&
    config.secret === undefined &&
    !faults.some((text) => text.startsWith('SECRET'))
  ) {
    faults.push(
      `SECRET: ${says('DATABASE_URL を使うときは SECRET（または SECRET_FILE）が必要です', 'required with DATABASE_URL (or SECRET_FILE)')}`,
    );
  }
  const { databaseUrl, publicUrl, secret, secretPrevious, auditHeadFile, migrationDatabaseUrl, ...more } =
    config;
  const { organization, ...others } = more;
  if (faults.length > 0 || !isComplete(others)) throw new ConfigError(faults);
  const optional = { databaseUrl, publicUrl, secret, secretPrevious, auditHeadFile, migrationDatabaseUrl };
  return { ...others, ...optional, organization };
}

type Complete<Values> = { readonly [Name in keyof Values]: Exclude<Values[Name], undefined> };

function isComplete<Values extends object>(values: Values): values is Values & Complete<Values> {
  return Object.values(values).every((value) => value !== undefined);
}
