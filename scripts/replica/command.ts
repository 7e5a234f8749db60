import { parseArgs } from 'node:util';
import type { Credentials } from './hub-requests.ts';

/** A command line and environment that were understood. */
export interface ReplicaOptions {
  /** Address of the hub, without a trailing slash. */
  readonly base: string;
  readonly credentials: Credentials;
  /** Path of the replica. */
  readonly file: string;
  readonly collections: readonly string[];
  readonly pageSize: number;
  /** Seconds between polls; undefined for one poll. */
  readonly every: number | undefined;
  readonly isFull: boolean;
  readonly deltaDaysMax: number;
  /** Share, 0 to 1. */
  readonly shrinkMax: number;
}

export type ReplicaCommand =
  | { readonly kind: 'run'; readonly options: ReplicaOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'fault'; readonly text: string };

/** Parents before children. Without demographics: birth dates are fetched by those who need them. */
const collectionsDefault = 'orgs,academicSessions,courses,classes,users,enrollments';
const known: readonly string[] = [...collectionsDefault.split(','), 'demographics'];

export const replicaHelp = `npm run replica -- [--file roster.db] [--every 300]

  --file           複製の SQLite ファイル / the replica, an SQLite file                  (roster.db)
  --every          この秒数ごとにくり返す / poll again after so many seconds              (1 回 / once)
  --collections    取得する項目 / what to fetch       (${collectionsDefault})
  --page-size      1 ページの件数 / records of a page                                   (1000)
  --full           T を使わず全件を取り直す / fetch everything, whatever T is
  --full-after     T がこの日数より前なら全件 / fetch everything when T is older, in days (90)
  --shrink         1 回に消えてよい割合 (%) / per cent of a collection that may go at once (20)
  --accept-shrink  名簿が減る変更を受け入れる / accept a roster that shrinks

  ROSTER_URL                                  ハブの URL / address of the hub
  ROSTER_KEY                                  API キー / an API key, または / or
  ROSTER_CLIENT_ID, ROSTER_CLIENT_SECRET      OAuth2 クライアント / an OAuth2 client
  ROSTER_TOKEN_URL                            (ROSTER_URL/oauth/token)

  終了コード / exit code: 0 成功 / done, 1 失敗 / failed, 2 引数の誤り / bad argument, 3 名簿が減る / shrinking`;

const options = {
  file: { type: 'string', default: 'roster.db' },
  every: { type: 'string' },
  collections: { type: 'string', default: collectionsDefault },
  'page-size': { type: 'string', default: '1000' },
  full: { type: 'boolean', default: false },
  'full-after': { type: 'string', default: '90' },
  shrink: { type: 'string', default: '20' },
  'accept-shrink': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

function read(args: readonly string[]) {
  return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
}

const scopePrefix = 'https://purl.imsglobal.org/spec/or/v1p2/scope/';

function findCredentials(
  base: string,
  collections: readonly string[],
  env: Environment,
): Credentials | undefined {
  if (env.ROSTER_KEY) return { kind: 'key', key: env.ROSTER_KEY };
  const { ROSTER_CLIENT_ID: id, ROSTER_CLIENT_SECRET: secret, ROSTER_TOKEN_URL: tokenUrl } = env;
  if (!id || !secret) return undefined;
  const names = [
    'roster.readonly',
    ...(collections.includes('demographics') ? ['roster-demographics.readonly'] : []),
  ];
  const scope = names.map((name) => scopePrefix + name).join(' ');
  return { kind: 'client', id, secret, tokenUrl: tokenUrl || `${base}/oauth/token`, scope };
}

/** The command in the arguments after the program's name and in the environment; every fault is reported. */
export function parseReplicaCommand(args: readonly string[], env: Environment): ReplicaCommand {
  let values: ReturnType<typeof read>;
  try {
    values = read(args);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { kind: 'fault', text: `引数が正しくありません / bad argument: ${detail}` };
  }
  if (values.help) return { kind: 'help' };
  const faults: string[] = [];
  const expect = (isRight: boolean, text: string) => {
    if (!isRight) faults.push(text);
  };
  const numberOf = (name: 'page-size' | 'every' | 'full-after' | 'shrink', least: number, most: number) => {
    const text = values[name] ?? '';
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    expect(value >= least && value <= most, `--${name}: ${least}–${most}`);
    return value;
  };
  const base = (env.ROSTER_URL ?? '').replace(/\/+$/, '');
  expect(URL.canParse(base) && /^https?:/.test(base), 'ROSTER_URL: https://…');
  const collections = values.collections.split(',');
  for (const name of collections) expect(known.includes(name), `--collections: ${name}? ${known.join(',')}`);
  const credentials = findCredentials(base, collections, env);
  expect(credentials !== undefined, 'ROSTER_KEY, または / or ROSTER_CLIENT_ID, ROSTER_CLIENT_SECRET');
  const numbers = {
    pageSize: numberOf('page-size', 1, 10_000),
    every: values.every === undefined ? undefined : numberOf('every', 1, 604_800),
    deltaDaysMax: numberOf('full-after', 1, 3_660),
    shrinkMax: numberOf('shrink', 0, 100) / 100,
  };
  if (credentials === undefined || faults.length > 0) {
    return { kind: 'fault', text: ['次を確かめてください / please check:', ...faults].join('\n') };
  }
  const { file, full: isFull } = values;
  const shrinkMax = values['accept-shrink'] ? 1 : numbers.shrinkMax;
  return { kind: 'run', options: { base, credentials, file, collections, isFull, ...numbers, shrinkMax } };
}
