import { type KeyRole, keyRoles } from '../../src/model/scope.ts';
import { createKey } from '../../src/services/access/create-key.ts';
import { deriveKeys } from '../../src/services/access/derive-keys.ts';
import { revokeCredential } from '../../src/services/access/revoke.ts';
import { listKeys } from '../../src/store/keys.ts';
import { type Commands, commandOrigin, nameOf, printRow, stateOf, UsageError } from './command.ts';

function roleOf(text: string | undefined): KeyRole {
  const role = keyRoles.find((candidate) => candidate === text);
  if (role === undefined) throw new UsageError(`--role: ${keyRoles.join(' | ')}`);
  return role;
}

/** API keys. */
export const keyCommands: Commands = {
  'keys create': {
    options: ['name', 'role'],
    takesId: false,
    parse(options) {
      const role = roleOf(options.role);
      const name = nameOf(options);
      return async (store, secret) => {
        printRow(
          await createKey({ store, keys: deriveKeys(secret), origin: commandOrigin() }, { name, role }),
        );
      };
    },
  },
  'keys list': {
    options: [],
    takesId: false,
    parse: () => async (store) => {
      for (const key of await listKeys(store.db)) {
        printRow(key.id, key.role, stateOf(key), key.createdAt.toISOString(), key.name);
      }
    },
  },
  'keys revoke': {
    options: [],
    takesId: true,
    parse: (_options, id) => async (store, secret) => {
      const ctx = { store, keys: deriveKeys(secret), origin: commandOrigin() };
      if (await revokeCredential(ctx, 'key', id)) return;
      throw new UsageError(`有効なキー ${id} はありません / there is no active key ${id}`);
    },
  },
};
