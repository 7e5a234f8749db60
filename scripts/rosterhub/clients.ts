import { isCalendarDate } from '../../src/model/calendar.ts';
import { findScope, type Scope, scopes } from '../../src/model/scope.ts';
import { createClient } from '../../src/services/access/create-client.ts';
import { deriveKeys } from '../../src/services/access/derive-keys.ts';
import { revokeCredential } from '../../src/services/access/revoke.ts';
import { listClients } from '../../src/store/clients.ts';
import { type Commands, commandOrigin, nameOf, printRow, stateOf, UsageError } from './command.ts';

const dayMs = 86_400_000;

/** `roster.readonly,https://purl…/roster-demographics.readonly` -> two scopes. */
function scopesOf(text = ''): Scope[] {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  const found = words.map((word) => {
    const scope = findScope(word);
    if (scope !== undefined) return scope;
    throw new UsageError(`--scopes: ${word} はありません / there is no ${word}\n  ${scopes.join('\n  ')}`);
  });
  if (found.length === 0) throw new UsageError(`--scopes:\n  ${scopes.join('\n  ')}`);
  return [...new Set(found)];
}

/** `2027-03-31` -> the moment at which that day ends in Japan. */
function expiryOf(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const end = isCalendarDate(text) ? Date.parse(`${text}T00:00:00+09:00`) + dayMs : 0;
  if (end > Date.now()) return new Date(end);
  throw new UsageError('--expires: 今日以降の日付 YYYY-MM-DD / a date from today on, YYYY-MM-DD');
}

/** OAuth2 clients. */
export const clientCommands: Commands = {
  'clients create': {
    options: ['name', 'scopes', 'expires'],
    takesId: false,
    parse(options) {
      const input = {
        name: nameOf(options),
        scopes: scopesOf(options.scopes),
        expiresAt: expiryOf(options.expires),
      };
      return async (store, secret) => {
        const client = await createClient(
          { store, keys: deriveKeys(secret), origin: commandOrigin() },
          input,
        );
        process.stdout.write(`client_id=${client.id}\nclient_secret=${client.secret}\n`);
      };
    },
  },
  'clients list': {
    options: [],
    takesId: false,
    parse: () => async (store) => {
      for (const client of await listClients(store.db)) {
        const { id, createdAt, expiresAt, name } = client;
        const dates = [createdAt.toISOString(), expiresAt?.toISOString() ?? '-'];
        printRow(id, client.scopes.join(','), stateOf(client), ...dates, name);
      }
    },
  },
  'clients revoke': {
    options: [],
    takesId: true,
    parse: (_options, id) => async (store, secret) => {
      const ctx = { store, keys: deriveKeys(secret), origin: commandOrigin() };
      if (await revokeCredential(ctx, 'client', id)) return;
      throw new UsageError(`有効なクライアント ${id} はありません / there is no active client ${id}`);
    },
  },
};
