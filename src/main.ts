import { type Config, ConfigError, parseConfig } from './config.ts';
import { type Database, openDatabase } from './database.ts';
import { RosterError } from './errors.ts';
import { type Hub, startHub } from './hub.ts';
import { createLog, type Log } from './log.ts';
import { isDriverCrash } from './store/driver-crash.ts';

/** Says why the hub cannot start, for the person at the console, and ends. */
function refuse(error: unknown, log?: Log): never {
  if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
  else if (error instanceof RosterError) process.stderr.write(`${error.texts.ja}\n${error.texts.en}\n`);
  else {
    log?.fatal({ err: error }, 'the hub cannot start');
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const hint = code === 'EADDRINUSE' ? 'このポートは使われています / the port is in use' : code;
    process.stderr.write(`起動できません / The hub cannot start: ${hint}\n`);
  }
  process.exit(1);
}

function readConfig(): Config {
  try {
    return parseConfig(process.env);
  } catch (error) {
    return refuse(error);
  }
}

const config = readConfig();
const log = createLog(config.logLevel);
let database: Database | undefined;
let hub: Hub | undefined;
let stopping = false;

/** In the reverse order of the start. A second signal ends the process at once. */
async function stop(signal: string): Promise<void> {
  if (stopping) process.exit(1);
  stopping = true;
  log.info({ signal }, 'stopping');
  try {
    await hub?.stop();
  } finally {
    await database?.stop();
  }
  log.info('stopped');
  process.exit(0);
}

process.on('uncaughtException', (error) => {
  if (isDriverCrash(error)) {
    log.warn('the database connection broke inside the driver; it recovers by itself');
    return;
  }
  log.fatal({ err: error }, 'a fault that nothing caught');
  process.exit(1);
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    stop(signal).catch((error: unknown) => {
      log.fatal({ err: error }, 'the hub did not stop in order');
      process.exit(1);
    });
  });
}

try {
  database = await openDatabase(config, log);
  hub = await startHub(config, database, log);
  if (hub.firstKey !== undefined) {
    process.stdout.write(
      `\n最初の管理者キー（一度だけ表示します。大切に保管してください）\nFirst administrator key (shown only once; keep it safe)\n\n  ${hub.firstKey}\n\n`,
    );
  }
  log.info({ url: hub.url }, 'listening');
} catch (error) {
  await database?.stop().catch(() => undefined);
  refuse(error, log);
}
