import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from './config.ts';
import type { Database } from './database.ts';
import { createApp } from './http/app.ts';
import type { AppDeps } from './http/environment.ts';
import { createStartingApp } from './http/starting.ts';
import { type Queue, startQueue } from './jobs/queue.ts';
import type { Log } from './log.ts';
import { addressList } from './model/address.ts';
import { hubOrigin } from './model/audit.ts';
import { dayInJapan } from './model/calendar.ts';
import type { Readings } from './query/list-query.ts';
import { createServer, drain, type Fetch, listen } from './server.ts';
import { createAuthenticator } from './services/access/authenticate.ts';
import { createFirstKey } from './services/access/create-key.ts';
import { deriveKeys } from './services/access/derive-keys.ts';
import { createLimiter } from './services/access/limit-requests.ts';
import { createTrail, type Trail } from './services/audit/trail.ts';
import type { Context } from './services/context.ts';
import { createStagingThreads, type StagingThreads } from './services/imports/stage-thread.ts';
import { configuredMeasures } from './services/processing/measures.ts';
import { createRosterReader } from './services/roster/read-roster.ts';
import { checkServer, openStore, type Store } from './store/client.ts';
import { migrateStore } from './store/migrate.ts';
import { giveBackRequests, takeRequests } from './store/rate-windows.ts';
import { findDatabaseError } from './store/sqlstate.ts';

/** A hub that serves. */
export interface Hub {
  /** Where it listens, as a URL without a trailing slash. */
  readonly url: string;
  /** Text of the first administrator key, if this start made it. */
  readonly firstKey: string | undefined;
  /** Finishes requests, hands back the job, closes the store. The database is its opener's to stop. */
  stop(): Promise<void>;
}

/** A database server may be starting beside the hub. */
const databaseWaitMs = 60_000;
/** Migrates as soon as the database answers. */
async function prepareStore(url: string, ownerUrl: string | undefined, log: Log): Promise<void> {
  const deadline = performance.now() + databaseWaitMs;
  for (;;) {
    try {
      const store = openStore(url, log);
      await checkServer(store.db).finally(() => store.close());
      return await migrateStore(url, ownerUrl);
    } catch (error) {
      const away = findDatabaseError(error) === 'database_unavailable';
      if (!away || performance.now() > deadline) throw error;
      log.warn({ err: error }, 'waiting for the database');
      await sleep(1_000);
    }
  }
}

/** Of the configuration, what reaches the floors below. */
type Settings = Readings &
  Pick<
    Config,
    | 'rateLimitPerHour'
    | 'rateLimitPerSecond'
    | 'tombstoneDays'
    | 'uploadDays'
    | 'exportDays'
    | 'reportDays'
    | 'auditDays'
    | 'auditHeadFile'
    | 'secretPrevious'
    | 'keyEnvironment'
    | 'trustedProxies'
    | 'corsOrigins'
    | 'organization'
    | 'migrationDatabaseUrl'
  > & { readonly publicUrl: string };

/** What the floors above the store are made of. */
export function assemble(
  store: Store,
  staging: StagingThreads,
  queue: Pick<Queue, 'enqueueImport' | 'enqueueExport'>,
  secret: string,
  settings: Settings,
  isAccepting: () => boolean,
  today: () => string,
): AppDeps {
  const ctx: Context = {
    store,
    log: store.log,
    staging,
    keys: deriveKeys(secret, settings.secretPrevious, settings.keyEnvironment),
    origin: hubOrigin,
    publicUrl: settings.publicUrl,
    rateLimit: { perHour: settings.rateLimitPerHour, perSecond: settings.rateLimitPerSecond },
    tombstoneDays: settings.tombstoneDays,
    today,
    uploadDays: settings.uploadDays,
    exportDays: settings.exportDays,
    reportDays: settings.reportDays,
    auditDays: settings.auditDays,
    auditHeadFile: settings.auditHeadFile,
    organization: settings.organization,
    measures: configuredMeasures(settings),
    enqueueImport: queue.enqueueImport,
    enqueueExport: queue.enqueueExport,
  };
  return {
    ctx,
    log: store.log,
    roster: createRosterReader(ctx),
    trail: createTrail(ctx),
    readings: settings,
    authenticate: createAuthenticator(ctx),
    limiter: createLimiter(
      {
        take: (...asked) => takeRequests(store.db, ...asked),
        giveBack: (...unused) => giveBackRequests(store.db, ...unused),
      },
      store.log,
    ),
    trustedProxies: addressList(settings.trustedProxies),
    corsOrigins: settings.corsOrigins,
    isAccepting,
  };
}

/** Starts a hub on a database: migrate, queue, routes, listen. `today` is the day in Japan. */
export async function startHub(
  config: Config,
  database: Database,
  log: Log,
  today: () => string = () => dayInJapan(new Date()),
): Promise<Hub> {
  let app: { fetch: Fetch } = createStartingApp();
  const server = createServer((request, env) => app.fetch(request, env));
  // The port is taken first: a second hub on it fails before it has touched anything.
  const port = await listen(server, config.port, config.host);
  const shownHost = config.host.includes(':') ? `[${config.host}]` : config.host;
  const url = `http://${shownHost}:${port}`;
  let store: Store | undefined;
  let queue: Queue | undefined;
  let trail: Trail | undefined;
  const staging = createStagingThreads(database.url);
  const close = async () => {
    await Promise.all([drain(server), queue?.stop()]);
    await staging.end();
    await trail?.stop();
    await store?.close();
  };
  try {
    await prepareStore(database.url, config.migrationDatabaseUrl, log);
    store = openStore(database.url, log);
    queue = await startQueue(store, log, config.jobConcurrency);
    let accepting = true;
    const deps = assemble(
      store,
      staging,
      queue,
      database.secret,
      { ...config, publicUrl: config.publicUrl ?? url },
      () => accepting,
      today,
    );
    trail = deps.trail;
    const started = createApp(deps);
    const firstKey = await createFirstKey(deps.ctx);
    app = started;
    await queue.work(deps.ctx);
    return {
      url,
      firstKey,
      async stop() {
        accepting = false;
        await close();
      },
    };
  } catch (error) {
    server.closeAllConnections();
    await close().catch(() => undefined);
    throw error;
  }
}
