import type { Store } from '../../src/store/client.ts';

/** A command that cannot be carried out as it was given. */
export class UsageError extends Error {}

/** What a command does, once a database is open. */
export type Run = (store: Store, secret: string) => Promise<void>;

/** Options of all commands; each takes a text. */
export const optionNames = ['name', 'role', 'scopes', 'expires'] as const;
export type Options = Readonly<Partial<Record<(typeof optionNames)[number], string>>>;

export interface Command {
  readonly options: readonly (typeof optionNames)[number][];
  /** Whether an id follows. */
  readonly takesId: boolean;
  /** Judges the options before a database is opened. Throws a UsageError. */
  parse(options: Options, id: string): Run;
}

/** Commands by area and verb: `keys create`. */
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
