import { type ErrorCode, RosterError } from '../errors.ts';

/** SQLSTATEs and driver codes that mean "the server is not there now". */
const unavailable = new Set([
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '53300', // too_many_connections
  '25P03', // idle_in_transaction_session_timeout
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
]);

/** SQLSTATEs of a server without room. */
const full = new Set(['53100', '53200', '58030']);

const busy = new Set(['57014', '40P01', '40001', '55P03', '42P07']);

/** SQLSTATE or driver code of the driver's error inside Drizzle's, whose own message carries SQL and parameters. */
export function sqlStateOf(error: unknown): string {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const { code } = at as { code?: unknown };
    if (typeof code === 'string') return code;
    // node-postgres has no code for these two.
    if (/^Connection terminated|^timeout exceeded when trying to connect/.test(at.message)) {
      return 'CONNECTION_CLOSED';
    }
    if (/not queryable|connection error/.test(at.message)) return 'CONNECTION_CLOSED';
  }
  return '';
}

/** What a failure of the database means to the caller, or undefined when it is a fault of ours. */
export function findDatabaseError(error: unknown): ErrorCode | undefined {
  const code = sqlStateOf(error);
  if (unavailable.has(code) || code.startsWith('08')) return 'database_unavailable';
  if (full.has(code)) return 'storage_full';
  // A statement that ran out of time or lost a deadlock is worth another try.
  // So is one that met the staging table of a run that had just lost its lock.
  if (busy.has(code)) return 'server_busy';
  return undefined;
}

/** The same as an error of the table; anything unknown stays what it was. */
export function asRosterError(error: unknown): unknown {
  if (error instanceof RosterError) return error;
  const code = findDatabaseError(error);
  return code === undefined ? error : new RosterError(code, {}, { cause: error });
}
