import { parseArgs } from 'node:util';
import { ConfigError, parseConfig } from '../src/config.ts';
import { joinDatabase } from '../src/database.ts';
import { RosterError } from '../src/errors.ts';
import { createLog } from '../src/log.ts';
import { type KeyRole, keyRoles } from '../src/model/scope.ts';
import { createKey } from '../src/services/access/create-key.ts';
import { deriveKeys } from '../src/services/access/derive-keys.ts';
import { openStore, type Store } from '../src/store/client.ts';
import { listKeys, revokeKey } from '../src/store/keys.ts';
import { migrateStore } from '../src/store/migrate.ts';

const usage = `使い方 / Usage: npm run --silent rosterhub -- COMMAND

  keys create --name NAME --role ${keyRoles.join('|')}   キーを作り、標準出力に表示します / makes a key and prints it
  keys list                                        キーの一覧 / the keys there are
  keys revoke ID                                   キーを止めます（5 秒以内に有効） / stops a key within 5 seconds
`;

/** A command that cannot be carried out as it was given. */
class UsageError extends Error {}

type Command = (store: Store, secret: string) => Promise<void>;

function findRole(text: string | undefined): KeyRole {
  const role = keyRoles.find((candidate) => candidate === text);
  if (role === undefined) throw new UsageError(`--role: ${keyRoles.join(' | ')}`);
  return role;
}

/** The command of a command line; everything is judged before a database is opened. */
function parseCommand(argv: readonly string[]): Command {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { name: { type: 'string' }, role: { type: 'string' } },
  });
  const [area, verb, id] = positionals;
  if (area === 'keys' && verb === 'create') {
    const name = values.name?.trim();
    const role = findRole(values.role);
    if (!name || name.length > 100) throw new UsageError('--name: 1–100 文字 / 1 to 100 characters');
    return async (store, secret) => {
      const key = await createKey({ store, keys: deriveKeys(secret) }, { name, role });
      process.stdout.write(`${key}\n`);
    };
  }
  if (area === 'keys' && verb === 'list') {
    return async (store) => {
      for (const key of await listKeys(store.db)) {
        const state = key.revoked ? '停止 / revoked' : '有効 / active';
        process.stdout.write(
          `${[key.id, key.role, state, key.createdAt.toISOString(), key.name].join('\t')}\n`,
        );
      }
    };
  }
  if (area === 'keys' && verb === 'revoke' && id !== undefined) {
    return async (store) => {
      if (!(await revokeKey(store.db, id))) {
        throw new UsageError(`有効なキー ${id} はありません / there is no active key ${id}`);
      }
    };
  }
  throw new UsageError('');
}

async function main(): Promise<void> {
  const command = parseCommand(process.argv.slice(2));
  const config = parseConfig(process.env);
  // Standard output is the command's answer; the log goes beside it.
  const log = createLog('warn', process.stderr);
  const database = await joinDatabase(config, log);
  try {
    await migrateStore(database.url);
    const store = openStore(database.url, log);
    try {
      await command(store, database.secret);
    } finally {
      await store.close();
    }
  } finally {
    await database.stop();
  }
}

try {
  await main();
} catch (error) {
  if (error instanceof UsageError || (error instanceof TypeError && 'code' in error)) {
    process.stderr.write(`${error.message}\n\n${usage}`);
    process.exitCode = 2;
  } else {
    const text =
      error instanceof RosterError
        ? `${error.texts.ja}\n${error.texts.en}`
        : error instanceof ConfigError
          ? error.message
          : `失敗しました / failed: ${error instanceof Error ? error.name : typeof error}`;
    process.stderr.write(`${text}\n`);
    process.exitCode = 1;
  }
}
