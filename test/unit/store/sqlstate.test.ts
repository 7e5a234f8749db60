import { describe, expect, test } from 'vitest';
import { RosterError } from '../../../src/errors.ts';
import { isDriverCrash } from '../../../src/store/driver-crash.ts';
import { asRosterError, findDatabaseError } from '../../../src/store/sqlstate.ts';

const coded = (code: string) => Object.assign(new Error('SELECT 山田'), { code });
const wrapped = (code: string) => new Error('Failed query', { cause: coded(code) });

describe('a failure of the database', () => {
  test.each([
    ['57P01', 'database_unavailable'],
    ['57P02', 'database_unavailable'],
    ['57P03', 'database_unavailable'],
    ['53300', 'database_unavailable'],
    ['08006', 'database_unavailable'],
    ['CONNECTION_CLOSED', 'database_unavailable'],
    ['CONNECT_TIMEOUT', 'database_unavailable'],
    ['ECONNREFUSED', 'database_unavailable'],
    ['ECONNRESET', 'database_unavailable'],
    ['53100', 'storage_full'],
    ['57014', 'server_busy'],
    ['40001', 'server_busy'],
    ['40P01', 'server_busy'],
    ['23505', undefined],
    ['42P01', undefined],
    ['', undefined],
  ])('with code %s is %s, also inside another error', (code, wanted) => {
    expect(findDatabaseError(coded(code))).toBe(wanted);
    expect(findDatabaseError(wrapped(code))).toBe(wanted);
  });

  test.each([
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
  ])('that node-postgres gives no code for is known by its text: %s', (text) => {
    expect(findDatabaseError(new Error(text))).toBe('database_unavailable');
  });

  test('becomes an error of the table without a word of its text', () => {
    const error = asRosterError(wrapped('57P01'));
    expect(error).toBeInstanceOf(RosterError);
    expect(String(error)).not.toMatch(/SELECT|山田|Failed query/);
  });

  test('that is a fault of ours, and what is no error at all, stay what they were', () => {
    for (const thrown of [coded('42601'), new RosterError('forbidden'), 'text', undefined]) {
      expect(asRosterError(thrown)).toBe(thrown);
    }
  });
});

describe('the crash of the driver', () => {
  const crash = (message: string, stack: string) => Object.assign(new TypeError(message), { stack });
  const message = "Cannot read properties of null (reading 'write')";
  const at = 'TypeError\n    at nextWrite (/app/node_modules/postgres/src/connection.js:255:22)';

  test('is known by kind, message and place together', () => {
    expect(isDriverCrash(crash(message, at))).toBe(true);
    expect(isDriverCrash(crash(message, at.replaceAll('/', '\\')))).toBe(true);
  });

  test('is not just any error', () => {
    expect(isDriverCrash(crash(message, 'at x (/app/src/main.ts:1:1)'))).toBe(false);
    expect(isDriverCrash(crash('x is not a function', at))).toBe(false);
    expect(isDriverCrash(Object.assign(new Error(message), { stack: at }))).toBe(false);
    expect(isDriverCrash(undefined)).toBe(false);
  });
});
