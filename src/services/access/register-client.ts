import { RosterError } from '../../errors.ts';
import { type AllowListNote, notesOn, readAllowList } from '../../model/allow-list.ts';
import { dayInJapan, endOfDayInJapan } from '../../model/calendar.ts';
import type { KeyRole, Scope } from '../../model/scope.ts';
import type { Tx } from '../../store/client.ts';
import { type ClientRecord, type ClientSettings, insertClient } from '../../store/clients.ts';
import { makeId } from './key-text.ts';
import { type AccessContext, recordAccess } from './record-access.ts';

/** What a person says of a client, as far as it is not by default. */
export type ClientInput = Pick<ClientSettings, 'name' | 'role' | 'scopes'> & {
  readonly [Name in Exclude<keyof ClientSettings, 'name' | 'role' | 'scopes'>]?:
    | ClientSettings[Name]
    | undefined;
} & {
  /** `0.0.0.0/0` or `::/0` in the list is meant. */
  readonly everybody?: boolean | undefined;
};

/** A client, and what to know about what was asked for. */
export interface NotedClient {
  readonly client: ClientRecord;
  readonly notes: readonly AllowListNote[];
}

/** A contract without an end of its own: one year, to the end of the day in Japan. */
export function endByDefault(now = new Date()): Date {
  const [year = '', ...monthAndDay] = dayInJapan(now).split('-');
  const day = [Number(year) + 1, ...monthAndDay].join('-');
  // 29 February has no anniversary.
  return endOfDayInJapan(day) ?? endOfDayInJapan(`${Number(year) + 1}-02-28`) ?? now;
}

/** Whoever looks at what was done reads no rosters. Throws `invalid_parameter`. */
export function checkScopes(role: KeyRole, scopes: readonly Scope[]): void {
  if (role !== 'auditor' || scopes.length === 0) return;
  throw new RosterError('invalid_parameter', {
    name: 'scopes',
    expectedJa: 'auditor にスコープは付けられません。',
    expected: 'none for an auditor',
  });
}

/** Inserts a client in the caller's transaction. Throws `invalid_parameter`, `address_everybody`. */
export async function insertRegistered(tx: Tx, input: ClientInput): Promise<NotedClient> {
  const { everybody = false, addressMode = 'any', name, role, scopes } = input;
  checkScopes(role, scopes);
  const { addresses, notes } = readAllowList(input.addresses ?? [], everybody);
  const client = await insertClient(tx, makeId(), {
    name,
    purpose: input.purpose ?? '',
    contact: input.contact ?? '',
    role,
    scopes,
    addressMode,
    addresses,
    requestsPerHour: input.requestsPerHour ?? null,
    requestsPerSecond: input.requestsPerSecond ?? null,
    expiresAt: input.expiresAt ?? endByDefault(),
  });
  return { client, notes: [...notes, ...notesOn(addressMode, addresses)] };
}

/** Registers a client that has nothing yet to prove itself with. Throws `invalid_parameter`, `address_everybody`. */
export function registerClient(ctx: AccessContext, input: ClientInput): Promise<NotedClient> {
  return ctx.store.db.transaction(async (tx) => {
    const noted = await insertRegistered(tx, input);
    const { id, role, scopes } = noted.client;
    await recordAccess(ctx, tx, { action: 'client.create', object: id, detail: { role, scopes } });
    return noted;
  });
}
