import { parseArgs } from 'node:util';
import { ConfigError, parseConfig } from '../src/config.ts';
import { templateEncodings, templateKinds } from '../src/csv/template.ts';
import { joinDatabase } from '../src/database.ts';
import { RosterError } from '../src/errors.ts';
import { createLog } from '../src/log.ts';
import { keyRoles } from '../src/model/scope.ts';
import { openStore } from '../src/store/client.ts';
import { migrateStore } from '../src/store/migrate.ts';
import { clientCommands } from './rosterhub/clients.ts';
import { type OfflineRun, optionNames, type Run, UsageError } from './rosterhub/command.ts';
import { keyCommands } from './rosterhub/keys.ts';
import { templateCommands } from './rosterhub/templates.ts';

const usage = `使い方 / Usage: npm run --silent rosterhub -- COMMAND

  keys create --name NAME --role ${keyRoles.join('|')}
      API キーを作り、標準出力に表示します / makes an API key and prints it
  keys list
      キーの一覧 / the keys there are
  keys revoke ID
      キーを止めます（5 秒以内に有効） / stops a key within 5 seconds
  clients create --name NAME --scopes SCOPE,SCOPE [--expires YYYY-MM-DD]
      OAuth2 クライアントを作り、client_id と client_secret を表示します（期限の日の終わりまで有効、日本時間）
      makes an OAuth2 client and prints its client_id and client_secret; it works to the end of that day in Japan
  clients list
      クライアントの一覧 / the clients there are
  clients revoke ID
      クライアントとそのトークンを止めます（5 秒以内に有効） / stops a client and its tokens within 5 seconds
  templates --out DIR [--kind ${templateKinds.join('|')}] [--encoding ${templateEncodings.join('|')}]
      CSV のひな形をフォルダーに書き出します / writes the CSV templates into a folder
`;

const commands = new Map(Object.entries({ ...keyCommands, ...clientCommands, ...templateCommands }));

/** What a command line asks for; everything is judged before a database is opened. */
function parseCommand(argv: readonly string[]): OfflineRun {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: Object.fromEntries(optionNames.map((name) => [name, { type: 'string' as const }])),
  });
  const words = commands.has(positionals.slice(0, 2).join(' ')) ? 2 : 1;
  const command = commands.get(positionals.slice(0, words).join(' '));
  const [id, ...more] = positionals.slice(words);
  if (command === undefined || more.length > 0 || command.takesId !== (id !== undefined)) {
    throw new UsageError('');
  }
  const foreign = Object.keys(values).find((name) => !command.options.some((option) => option === name));
  if (foreign !== undefined) throw new UsageError(`--${foreign}`);
  if (command.offline) return command.parse(values, id ?? '');
  const run = command.parse(values, id ?? '');
  return () => runOnStore(run);
}

async function runOnStore(run: Run): Promise<void> {
  const config = parseConfig(process.env);
  // Standard output is the command's answer; the log goes beside it.
  const log = createLog('warn', process.stderr);
  const database = await joinDatabase(config, log);
  try {
    await migrateStore(database.url);
    const store = openStore(database.url, log);
    try {
      await run(store, database.secret);
    } finally {
      await store.close();
    }
  } finally {
    await database.stop();
  }
}

try {
  const run = parseCommand(process.argv.slice(2));
  await run();
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
