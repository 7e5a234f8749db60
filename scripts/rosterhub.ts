import { parseArgs } from 'node:util';
import { ConfigError, parseConfig } from '../src/config.ts';
import { templateEncodings, templateKinds } from '../src/csv/template.ts';
import { joinDatabase } from '../src/database.ts';
import { RosterError } from '../src/errors.ts';
import { createLog, type Log } from '../src/log.ts';
import { keyRoles } from '../src/model/scope.ts';
import { graces } from '../src/services/access/create-credential.ts';
import { deriveKeys } from '../src/services/access/derive-keys.ts';
import { openStore } from '../src/store/client.ts';
import { migrateStore } from '../src/store/migrate.ts';
import { auditCommands } from './rosterhub/audit.ts';
import { clientCommands } from './rosterhub/clients.ts';
import {
  type Command,
  type OfflineRun,
  type Options,
  type Run,
  SaidError,
  type StoreCommand,
  UsageError,
} from './rosterhub/command.ts';
import { heldCommands } from './rosterhub/held.ts';
import { incidentCommands } from './rosterhub/incident.ts';
import { keyCommands } from './rosterhub/keys.ts';
import { personCommands } from './rosterhub/persons.ts';
import { processingCommands } from './rosterhub/processing.ts';
import { sourceCommands } from './rosterhub/sources.ts';
import { templateCommands } from './rosterhub/templates.ts';
import { validateCommands } from './rosterhub/validate.ts';

const usage = `使い方 / Usage: npm run --silent rosterhub -- COMMAND

  validate FILE.zip [--profile ID] [--interoperability] [--lenient] [--json | --csv]
  validate users.csv --mode bulk|delta […]
      ZIP か CSV 1 つを検証します。ハブは要りません（終了コード 0: エラーなし、1: エラーあり、2: 検証できない）
      judges a zip or one CSV file; no hub is needed (exit code 0: no errors, 1: errors, 2: it could not be judged)
  keys create --name NAME --role ${keyRoles.join('|')} [--scopes SCOPE,…] [--expires YYYY-MM-DD]
  keys create --client ID [--expires YYYY-MM-DD]
      クライアントと API キー（または、あるクライアントの別のキー）を作り、標準出力に表示します
      makes a client with an API key, or another key of a client, and prints the key
  keys list
      キーと秘密の一覧 / the keys and secrets there are
  keys roll ID [--grace ${graces.join('|')}] [--expires YYYY-MM-DD]
      キーか秘密を取り替えます。古いものは猶予（標準 24h）のあいだ使えます
      makes another key or secret in its place; the old one goes on for the grace, 24h unless told
  keys revoke ID
      キーを止めます（5 秒以内に有効） / stops a key within 5 seconds
  clients create --name NAME --scopes SCOPE,… [--role …] [--purpose TEXT] [--contact TEXT]
                 [--expires YYYY-MM-DD] [--addresses any|none|203.0.113.0/24,…] [--everybody]
                 [--per-hour N|default] [--per-second N|default]
      クライアントを作り、OAuth2 の client_id と client_secret を表示します。契約の最後の日（日本時間、標準は 1 年後）まで使えます
      makes a client and prints its client_id and client_secret; it works to the end of its last day in Japan, one year unless told
  clients set ID [the same options]
      クライアントを変えます（5 秒以内に有効） / changes a client within 5 seconds
  clients secret ID [--expires YYYY-MM-DD]
      OAuth2 の秘密を作ります / makes a secret of OAuth2
  clients test ID --address ADDRESS
      そのアドレスから使えるか / whether it may be used from an address
  clients list
      クライアントの一覧 / the clients there are
  clients revoke ID
      クライアントとそのキー・トークンを止めます（5 秒以内に有効） / stops a client, its keys and tokens within 5 seconds
  templates --out DIR [--kind ${templateKinds.join('|')}] [--encoding ${templateEncodings.join('|')}]
      CSV のひな形をフォルダーに書き出します / writes the CSV templates into a folder
  sources list
      取り込み元の一覧と設定 / the sources and their settings
  sources show NAME
      取り込み元の設定 / the settings of one
  sources set NAME [--profile ID|auto] [--interoperability on|off] [--strictness strict|lenient]
              [--on-error abort|skip] [--on-conflict refuse|keep|takeOver]
              [--pauses YYYY-MM-DD..YYYY-MM-DD,YYYY-MM-DD..|none] [--rule JP-…=off|warning|error|default]…
      設定を変えます（次の取り込みから有効。まだない取り込み元は作ります）
      changes them from the next import on; a source that is not there is made
  persons erase SOURCEDID --reason TEXT
      人を消去し、知らせる相手を表示します（元に戻せません）
      erases a person, which cannot be undone, and lists whom to tell
  persons erased
  persons erasure ID
      消去の一覧と 1 件 / the erasures there are, and one
  persons release ID --reason TEXT
      消去した人が以後のファイルで戻れるようにします / lets files bring an erased person back
  persons restrict SOURCEDID --reason TEXT
  persons lift SOURCEDID --reason TEXT
  persons restricted
      人の利用停止、その解除、一覧 / hides a person from all readers, shows the person again; who is hidden
  audit list [--person SOURCEDID] [--client ID] [--action ACTION] [--from INSTANT] [--to INSTANT] [--csv]
      だれが何をしたか（新しい順） / who did what, newest first
  audit verify [--head FILE|SEQ:HASH]
      記録が書き換えられていないか調べます（終了コード 1: おかしい） / looks whether it is as it was written (exit code 1: it is not)
  audit drop --before YYYY-MM [--head FILE|SEQ:HASH]
      その月より前の記録を消し、消したことを記録します / drops the months before, and records that
  persons show SOURCEDID [--json]
      ある人について保存しているすべてを Excel 用の CSV か JSON で（この閲覧も記録されます）
      everything that is held on a person as CSV for Excel, or as JSON; the read is recorded
  incident --client ID [--from INSTANT] [--to INSTANT] [--csv]
      そのクライアントが読めたもの・読んだもの（報告書の下書き。--csv: だれが）
      what a client could and did read: a draft of the report on a breach, or with --csv everybody
  ropa [--json]
      処理の記録（個人情報ファイル簿の下書き）を Excel 用の CSV か JSON で
      the record of processing as CSV for Excel, or as JSON
`;

const commands = new Map(
  Object.entries({
    ...validateCommands,
    ...templateCommands,
    ...keyCommands,
    ...clientCommands,
    ...sourceCommands,
    ...personCommands,
    ...auditCommands,
    ...heldCommands,
    ...incidentCommands,
    ...processingCommands,
  }),
);

function findCommand(argv: readonly string[]): { command: Command; rest: string[] } {
  for (const words of [1, 2]) {
    const command = commands.get(argv.slice(0, words).join(' '));
    if (command !== undefined) return { command, rest: argv.slice(words) };
  }
  throw new UsageError('');
}

/** What a command line asks for; everything is judged before a database is opened. */
function parseCommand(argv: readonly string[]): { command: Command; run: OfflineRun } {
  const { command, rest } = findCommand(argv);
  const { options, flags = [], takesRules = false } = command;
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: {
      ...Object.fromEntries(options.map((name) => [name, { type: 'string' as const }])),
      ...Object.fromEntries(flags.map((name) => [name, { type: 'boolean' as const }])),
      ...(takesRules ? { rule: { type: 'string' as const, multiple: true } } : {}),
    },
  });
  const [id, ...more] = positionals;
  if (more.length > 0 || command.takesId !== (id !== undefined)) throw new UsageError('');
  const texts: Options = Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  const given = new Map<string, unknown>(Object.entries(values));
  const set = new Set(flags.filter((name) => given.get(name) === true));
  const rules = [given.get('rule') ?? []].flat().filter((rule) => typeof rule === 'string');
  const others = { flags: set, rules };
  if (command.offline) return { command, run: command.parse(texts, id ?? '', others) };
  const run = command.parse(texts, id ?? '', others);
  return { command, run: () => runOnStore(command, run) };
}

let failureCode = 1;

/** The database of a command, the keys of whoever's it is, and the URL of the role that migrates it. */
async function openFor({ open }: StoreCommand, log: Log) {
  if (open !== undefined) {
    const database = await open(process.env, log);
    return { database, keys: deriveKeys(database.secret), ownerUrl: undefined };
  }
  const config = parseConfig(process.env);
  const database = await joinDatabase(config, log);
  const keys = deriveKeys(database.secret, config.secretPrevious, config.keyEnvironment);
  return { database, keys, ownerUrl: config.migrationDatabaseUrl };
}

async function runOnStore(command: StoreCommand, run: Run): Promise<void> {
  // Standard output is the command's answer; the log goes beside it.
  const log = createLog('warn', process.stderr);
  const { database, keys, ownerUrl } = await openFor(command, log);
  try {
    await migrateStore(database.url, ownerUrl);
    const store = openStore((command.asOwner ? ownerUrl : undefined) ?? database.url, log);
    try {
      await run(store, keys);
    } finally {
      await store.close();
    }
  } finally {
    await database.stop();
  }
}

try {
  const { command, run } = parseCommand(process.argv.slice(2));
  failureCode = command.failureCode ?? failureCode;
  await run();
} catch (error) {
  if (error instanceof UsageError || (error instanceof TypeError && 'code' in error)) {
    process.stderr.write(`${error.message}\n\n${usage}`);
    process.exitCode = 2;
  } else {
    const text =
      error instanceof SaidError
        ? ''
        : error instanceof RosterError
          ? `${error.texts.ja}\n${error.texts.en}`
          : error instanceof ConfigError
            ? error.message
            : `失敗しました / failed: ${error instanceof Error ? error.name : typeof error}`;
    if (text !== '') process.stderr.write(`${text}\n`);
    process.exitCode = failureCode;
  }
}
