import type { Store } from '../../src/store/client.ts';

/** A command that cannot be carried out as it was given. */
export class UsageError extends Error {}

/** What a command does without one. */
export type OfflineRun = () => Promise<void>;

/** What a command does, once a database is open. */
export type Run = (store: Store, secret: string) => Promise<void>;

/** Options of all commands; each takes a text. */
export const optionNames = ['name', 'role', 'scopes', 'expires', 'out', 'kind', 'encoding'] as const;
export type Options = Readonly<Partial<Record<(typeof optionNames)[number], string>>>;

interface Arguments {
  readonly options: readonly (typeof optionNames)[number][];
  /** Whether an id (or whatever else the command is about) follows. */
  readonly takesId: boolean;
}

/** A command on the hub's database. */
export interface StoreCommand extends Arguments {
  readonly offline?: false;
  /** Judges the options before a database is opened. Throws a UsageError. */
  parse(options: Options, id: string): Run;
}

/** A command that needs neither a database nor a configuration. */
export interface OfflineCommand extends Arguments {
  readonly offline: true;
  /** Judges the options. Throws a UsageError. */
  parse(options: Options, id: string): OfflineRun;
}

export type Command = StoreCommand | OfflineCommand;

/** Commands by area and verb, `keys create`, or by one word, `templates`. */
export type Commands = Readonly<Record<string, Command>>;

const nameLengthMax = 100;

/** `--name`: what people know a key or client by. A list has one line for each. */
export function nameOf({ name }: Options): string {
  const text = name?.trim() ?? '';
  if (text === '' || text.length > nameLengthMax || /\p{Cc}/u.test(text)) {
    throw new UsageError(`--name: 1–${nameLengthMax} 文字 / 1 to ${nameLengthMax} characters`);
  }
  return text;
}

/** One line of a list. */
export function printRow(...columns: readonly string[]): void {
  process.stdout.write(`${columns.join('\t')}\n`);
}

/** The state of a key or client, for a list. */
export function stateOf(row: { readonly revoked: boolean; readonly expiresAt: Date | null }): string {
  if (row.revoked) return '停止 / revoked';
  const expired = row.expiresAt !== null && row.expiresAt.getTime() <= Date.now();
  return expired ? '期限切れ / expired' : '有効 / active';
}
