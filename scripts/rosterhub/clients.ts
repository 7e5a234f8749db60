import { clientTextLengthMax } from '../../src/model/client-text.ts';
import { rateLimitMax } from '../../src/model/rate-limit.ts';
import { scopes } from '../../src/model/scope.ts';
import { changeClient, stopClient } from '../../src/services/access/change-client.ts';
import { createClient } from '../../src/services/access/create-client.ts';
import { createCredential } from '../../src/services/access/create-credential.ts';
import { testAddress } from '../../src/services/access/read-clients.ts';
import { listClients } from '../../src/store/clients.ts';
import {
  type Commands,
  commandOrigin,
  nameOf,
  type Options,
  printRow,
  stateOf,
  textOf,
  UsageError,
} from './command.ts';
import { expiryOf, roleOf, scopesOf } from './keys.ts';

/** `any`; `none` for an empty list; or networks, separated by commas or blanks. */
function addressesOf({ addresses }: Options) {
  if (addresses === undefined) return {};
  if (addresses === 'any') return { addressMode: 'any' } as const;
  const words = addresses === 'none' ? [] : addresses.split(/[\s,]+/).filter((word) => word !== '');
  return { addressMode: 'list', addresses: words } as const;
}

/** A number of requests; null for `default`, the hub's setting. */
function limitOf(options: Options, name: 'per-hour' | 'per-second', max: number): number | null | undefined {
  const text = options[name];
  if (text === undefined) return undefined;
  if (text === 'default') return null;
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= max) return number;
  throw new UsageError(`--${name}: 1–${max} | default`);
}

/** What is given of a client. */
function settingsOf(options: Options, flags: ReadonlySet<string>) {
  return {
    ...addressesOf(options),
    requestsPerHour: limitOf(options, 'per-hour', rateLimitMax.perHour),
    requestsPerSecond: limitOf(options, 'per-second', rateLimitMax.perSecond),
    role: roleOf(options),
    purpose: textOf(options, 'purpose', clientTextLengthMax.purpose),
    contact: textOf(options, 'contact', clientTextLengthMax.contact),
    expiresAt: expiryOf(options.expires),
    everybody: flags.has('everybody'),
  };
}

const settingNames = [
  'name',
  'role',
  'scopes',
  'purpose',
  'contact',
  'expires',
  'addresses',
  'per-hour',
  'per-second',
] as const;

/** Programs that may call the hub. */
export const clientCommands: Commands = {
  'clients create': {
    options: settingNames,
    flags: ['everybody'],
    takesId: false,
    parse(options, _id, { flags }) {
      const given = scopesOf(options.scopes);
      if (given === undefined) throw new UsageError(`--scopes:\n  ${scopes.join('\n  ')}`);
      const input = { ...settingsOf(options, flags), name: nameOf(options), scopes: given };
      return async (store, keys) => {
        const client = await createClient({ store, keys, origin: commandOrigin() }, input);
        process.stdout.write(`client_id=${client.id}\nclient_secret=${client.secret}\n`);
      };
    },
  },
  'clients set': {
    options: settingNames,
    flags: ['everybody'],
    takesId: true,
    parse(options, id, { flags }) {
      const name = options.name === undefined ? undefined : nameOf(options);
      const change = { ...settingsOf(options, flags), name, scopes: scopesOf(options.scopes) };
      return async (store, keys) => {
        const { client, notes } = await changeClient({ store, keys, origin: commandOrigin() }, id, change);
        for (const { ja, en } of notes) process.stderr.write(`${ja}\n${en}\n`);
        printRow(client.addressMode, client.addresses.join(','));
      };
    },
  },
  'clients secret': {
    options: ['expires'],
    takesId: true,
    parse(options, id) {
      const expiresAt = expiryOf(options.expires);
      return async (store, keys) => {
        const { text } = await createCredential({ store, keys, origin: commandOrigin() }, id, {
          kind: 'secret',
          expiresAt,
        });
        process.stdout.write(`client_id=${id}\nclient_secret=${text}\n`);
      };
    },
  },
  'clients list': {
    options: [],
    takesId: false,
    parse: () => async (store) => {
      for (const client of await listClients(store.db)) {
        const { id, role, createdAt, expiresAt, addressMode, addresses, name } = client;
        const dates = [createdAt.toISOString(), expiresAt.toISOString()];
        const limits = [client.requestsPerHour, client.requestsPerSecond].map((one) => one ?? 'default');
        const places = addressMode === 'any' ? 'any' : addresses.join(',') || 'none';
        printRow(
          id,
          role,
          client.scopes.join(',') || '-',
          stateOf(client),
          ...dates,
          places,
          limits.join('/'),
          name,
        );
      }
    },
  },
  'clients test': {
    options: ['address'],
    takesId: true,
    parse(options, id) {
      const { address } = options;
      if (address === undefined) throw new UsageError('--address: 203.0.113.7');
      return async (store) => {
        const { allowed, entry, mode } = await testAddress({ store }, id, address);
        printRow(allowed ? '使えます / allowed' : '使えません / refused', mode, entry ?? '-');
      };
    },
  },
  'clients revoke': {
    options: [],
    takesId: true,
    parse: (_options, id) => async (store, keys) => {
      await stopClient({ store, keys, origin: commandOrigin() }, id);
    },
  },
};
