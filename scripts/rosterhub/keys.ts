import { endOfDayInJapan } from '../../src/model/calendar.ts';
import { findScope, type KeyRole, keyRoles, type Scope, scopes } from '../../src/model/scope.ts';
import {
  createCredential,
  graces,
  rollCredential,
  stopCredential,
} from '../../src/services/access/create-credential.ts';
import { createKey } from '../../src/services/access/create-key.ts';
import { type CredentialRecord, listCredentials } from '../../src/store/credentials.ts';
import {
  type Commands,
  commandOrigin,
  nameOf,
  type Options,
  printRow,
  stateOf,
  termOf,
  UsageError,
} from './command.ts';

/** A role; undefined when none is given. */
export function roleOf(options: Options): KeyRole | undefined {
  return termOf(options, 'role', keyRoles);
}

/** `roster.readonly,https://purl…/roster-demographics.readonly` -> two scopes. Nothing given is undefined. */
export function scopesOf(text: string | undefined): Scope[] | undefined {
  if (text === undefined) return undefined;
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
export function expiryOf(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const end = endOfDayInJapan(text);
  if (end !== undefined && end.getTime() > Date.now()) return end;
  throw new UsageError('--expires: 今日以降の日付 YYYY-MM-DD / a date from today on, YYYY-MM-DD');
}

/** `…a1B2`: enough to know one's own by. */
export function endOf({ lastFour }: Pick<CredentialRecord, 'lastFour'>): string {
  return lastFour === null ? '-' : `…${lastFour}`;
}

/** API keys. */
export const keyCommands: Commands = {
  'keys create': {
    options: ['name', 'role', 'scopes', 'client', 'expires'],
    takesId: false,
    parse(options) {
      const expiresAt = expiryOf(options.expires);
      const { client } = options;
      if (client !== undefined) {
        if (Object.keys(options).some((name) => !['client', 'expires'].includes(name))) {
          throw new UsageError('--client: --expires だけと使えます / goes with --expires alone');
        }
        return async (store, keys) => {
          printRow(
            (
              await createCredential({ store, keys, origin: commandOrigin() }, client, {
                kind: 'key',
                expiresAt,
              })
            ).text,
          );
        };
      }
      const role = roleOf(options);
      if (role === undefined) throw new UsageError(`--role: ${keyRoles.join(' | ')}`);
      const input = { role, name: nameOf(options), scopes: scopesOf(options.scopes), expiresAt };
      return async (store, keys) =>
        printRow(await createKey({ store, keys, origin: commandOrigin() }, input));
    },
  },
  'keys list': {
    options: [],
    takesId: false,
    parse: () => async (store, keys) => {
      for (const { credential, client } of await listCredentials(store.db, {})) {
        const { id, kind, createdAt, lastUsedAt, pepperId } = credential;
        const state = stateOf(client, credential);
        // What is kept under the SECRET before works as long as that is set.
        const since = pepperId === keys.pepperId ? '' : ' (SECRET_PREVIOUS)';
        const dates = [createdAt.toISOString(), lastUsedAt?.toISOString() ?? '-'];
        printRow(id, kind, client.role, state + since, ...dates, endOf(credential), client.id, client.name);
      }
    },
  },
  'keys roll': {
    options: ['grace', 'expires'],
    takesId: true,
    parse(options, id) {
      const grace = termOf(options, 'grace', graces) ?? '24h';
      const expiresAt = expiryOf(options.expires);
      return async (store, keys) => {
        printRow(
          (await rollCredential({ store, keys, origin: commandOrigin() }, id, { grace, expiresAt })).issued
            .text,
        );
      };
    },
  },
  'keys revoke': {
    options: [],
    takesId: true,
    parse: (_options, id) => async (store, keys) => {
      await stopCredential({ store, keys, origin: commandOrigin() }, id);
    },
  },
};
