import { userInfo } from 'node:os';
import type { Database } from '../../src/database.ts';
import type { Log } from '../../src/log.ts';
import type { Origin } from '../../src/model/audit.ts';
import { clientTextLengthMax, isClientText } from '../../src/model/client-text.ts';
import { findInstant } from '../../src/query/instant.ts';
import type { DerivedKeys } from '../../src/services/access/derive-keys.ts';
import type { Store } from '../../src/store/client.ts';

/** A command that cannot be carried out as it was given. */
export class UsageError extends Error {}

/** A command that has said by itself why it ends without success. */
export class SaidError extends Error {}

/** What a command does without one. */
export type OfflineRun = () => Promise<void>;

/** What a command does, once a database is open. */
export type Run = (store: Store, keys: DerivedKeys) => Promise<void>;

/** Options of all commands; each takes a text. */
export const optionNames = [
  'name',
  'role',
  'scopes',
  'expires',
  'client',
  'grace',
  'purpose',
  'contact',
  'addresses',
  'per-hour',
  'per-second',
  'address',
  'profile',
  'interoperability',
  'strictness',
  'on-error',
  'on-conflict',
  'pauses',
  'out',
  'kind',
  'encoding',
  'mode',
  'person',
  'client',
  'action',
  'from',
  'to',
  'head',
  'before',
  'reason',
] as const;
export type OptionName = (typeof optionNames)[number];
export type Options = Readonly<Partial<Record<OptionName, string>>>;

/** Options of other shapes. */
export interface MoreOptions {
  /** Those without a value that were given. */
  readonly flags: ReadonlySet<string>;
  /** `--rule A --rule B` -> `['A', 'B']` */
  readonly rules: readonly string[];
}

interface Arguments {
  readonly options: readonly OptionName[];
  /** Options without a value. */
  readonly flags?: readonly string[];
  /** Takes `--rule`, any number of times. */
  readonly takesRules?: boolean;
  /** Whether an id, a file or whatever else the command is about follows. */
  readonly takesId: boolean;
  /** Exit code of a command that could not do its work; 1 unless told. */
  readonly failureCode?: number;
}

/** A command on a database. */
export interface StoreCommand extends Arguments {
  readonly offline?: false;
  /** Works as the role that migrates, where there is one (MIGRATION_DATABASE_URL). */
  readonly asOwner?: boolean;
  /** Opens a database of the command's own, in place of the hub's. Stopped after the run. */
  readonly open?: (environment: NodeJS.ProcessEnv, log: Log) => Promise<Database>;
  /** Judges the options before a database is opened. Throws a UsageError. */
  parse(options: Options, id: string, more: MoreOptions): Run;
}

/** A command that needs neither a database nor a configuration. */
export interface OfflineCommand extends Arguments {
  readonly offline: true;
  /** Judges the options. Throws a UsageError. */
  parse(options: Options, id: string, more: MoreOptions): OfflineRun;
}

export type Command = StoreCommand | OfflineCommand;

/** Commands by area and verb: `keys create`; or by one word. */
export type Commands = Readonly<Record<string, Command>>;

/** Whose account the command runs under, for the audit. Containers may have accounts without a name. */
export function commandOrigin(): Origin {
  let account: string | null = null;
  try {
    account = userInfo().username;
  } catch {
    // It stays unknown.
  }
  return { actor: { kind: 'command', id: account, keyId: null, name: null }, address: null, requestId: null };
}

/** A text for one line of a list; undefined when it is not given. */
export function textOf(options: Options, name: OptionName, lengthMax: number): string | undefined {
  const text = options[name]?.trim();
  if (text === undefined || isClientText(text, lengthMax)) return text;
  throw new UsageError(`--${name}: 1–${lengthMax} 文字 / 1 to ${lengthMax} characters`);
}

/** `--name`: what people know a client by. */
export function nameOf(options: Options): string {
  return textOf({ name: '', ...options }, 'name', clientTextLengthMax.name) ?? '';
}

/** An option that takes one of a few words; undefined when it is not given. */
export function termOf<Term extends string>(
  options: Options,
  name: OptionName,
  terms: readonly Term[],
): Term | undefined {
  const text = options[name];
  if (text === undefined) return undefined;
  const found = terms.find((term) => term === text);
  if (found === undefined) throw new UsageError(`--${name}: ${terms.join(' | ')}`);
  return found;
}

/** An option that is an instant; undefined when it is not given. */
export function instantOf(options: Options, name: 'from' | 'to'): Date | undefined {
  const text = options[name];
  const found = text === undefined ? undefined : findInstant(text);
  if (text !== undefined && found === undefined) {
    throw new UsageError(`--${name}: 2026-04-01 | 2026-04-01T09:00:00+09:00`);
  }
  return found;
}

/** One line of a list. */
export function printRow(...columns: readonly string[]): void {
  process.stdout.write(`${columns.join('\t')}\n`);
}

interface Ending {
  readonly revokedAt: Date | null;
  readonly expiresAt: Date | null;
}

/** The state of a client, or of a key and its client, for a list. */
export function stateOf(...rows: readonly Ending[]): string {
  if (rows.some(({ revokedAt }) => revokedAt !== null)) return '停止 / revoked';
  const expired = rows.some(({ expiresAt }) => expiresAt !== null && expiresAt.getTime() <= Date.now());
  return expired ? '期限切れ / expired' : '有効 / active';
}
