import { RosterError } from '../../errors.ts';
import { addressList, addressText, networkText, parseAddress, parseNetwork } from '../../model/address.ts';
import { type ClientRecord, countClients, findClient, listClients } from '../../store/clients.ts';
import {
  type CredentialFilter,
  countCredentials,
  findCredential,
  listCredentials,
  type OwnedCredential,
} from '../../store/credentials.ts';
import type { Context } from '../context.ts';

interface PageOf {
  readonly limit: number;
  readonly offset: number;
}

export async function getClients(
  { store }: Pick<Context, 'store'>,
  { limit, offset }: PageOf,
): Promise<{ readonly clients: readonly ClientRecord[]; readonly total: number }> {
  const [clients, total] = await Promise.all([listClients(store.db, limit, offset), countClients(store.db)]);
  return { clients, total };
}

/** Throws `unknown_object`. */
export async function getClient({ store }: Pick<Context, 'store'>, id: string): Promise<ClientRecord> {
  const found = await findClient(store.db, id);
  if (found === undefined) throw new RosterError('unknown_object');
  return found;
}

export async function getCredentials(
  { store }: Pick<Context, 'store'>,
  filter: CredentialFilter,
  { limit, offset }: PageOf,
): Promise<{ readonly credentials: readonly OwnedCredential[]; readonly total: number }> {
  const [credentials, total] = await Promise.all([
    listCredentials(store.db, filter, limit, offset),
    countCredentials(store.db, filter),
  ]);
  return { credentials, total };
}

/** Throws `unknown_object`. */
export async function getCredential({ store }: Pick<Context, 'store'>, id: string): Promise<OwnedCredential> {
  const found = await findCredential(store.db, id);
  if (found === undefined) throw new RosterError('unknown_object');
  return found;
}

/** Whether a client may call from an address. */
export interface AddressVerdict {
  /** The address in its one text. */
  readonly address: string;
  readonly allowed: boolean;
  readonly mode: ClientRecord['addressMode'];
  /** The first entry of the list that holds it; null in the mode `any`, and when none does. */
  readonly entry: string | null;
}

/** Throws `unknown_object`, and `invalid_parameter` for a text that is no address. */
export async function testAddress(
  ctx: Pick<Context, 'store'>,
  id: string,
  text: string,
): Promise<AddressVerdict> {
  const address = parseAddress(text.trim());
  if (address === undefined) {
    throw new RosterError('invalid_parameter', {
      name: 'address',
      expectedJa: '203.0.113.7 や 2001:db8::7 のように書いてください。',
      expected: 'an address such as 203.0.113.7 or 2001:db8::7',
    });
  }
  const { addressMode: mode, addresses } = await getClient(ctx, id);
  const list = addressList(addresses.map(parseNetwork).filter((network) => network !== undefined));
  const entry = mode === 'list' ? list.find(address) : undefined;
  return {
    address: addressText(address),
    allowed: mode === 'any' || entry !== undefined,
    mode,
    entry: entry === undefined ? null : networkText(entry),
  };
}
