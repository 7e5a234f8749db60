import { describe, expect, test } from 'vitest';
import { RosterError } from '../../src/errors.ts';
import { createLog, describeError } from '../../src/log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void, level = 'info'): string[] {
  const lines: string[] = [];
  write(createLog(level, { write: (line) => lines.push(line) }));
  return lines;
}

/** What drivers put into their messages. */
class DriverError extends Error {
  readonly code = '23505';
  readonly query = 'INSERT INTO users VALUES ($1)';
  readonly parameters = ['山田花子'];
  readonly detail = 'Key (given_name)=(山田花子) already exists.';
  override readonly name = 'DrizzleQueryError';
}

test('a line is JSON with level, time and nothing about the machine', () => {
  const [line = ''] = logged((log) => log.info({ importId: 'i' }, 'import published'));
  const { time, ...rest } = JSON.parse(line);
  expect(rest).toEqual({ level: 'info', importId: 'i', msg: 'import published' });
  expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

test('lines below the level are not written', () => {
  expect(logged((log) => log.info('x'), 'warn')).toEqual([]);
  expect(logged((log) => log.warn('x'), 'warn').length).toBe(1);
});

describe('an error', () => {
  test('of a driver is logged as kind, code and place, never with its message, SQL or values', () => {
    const cause = new DriverError('duplicate key: 山田花子');
    const thrown = new Error('Failed query: INSERT … params: 山田花子', { cause });
    const [line = ''] = logged((log) => log.error({ err: thrown }, 'request failed'));
    expect(line).not.toMatch(/山田|INSERT|params|duplicate|given_name/);
    expect(JSON.parse(line)).toMatchObject({
      level: 'error',
      err: {
        type: 'Error',
        at: expect.stringContaining('log.test.ts'),
        cause: { type: 'DrizzleQueryError', code: '23505' },
      },
    });
  });

  test('of the table keeps its message', () => {
    expect(describeError(new RosterError('upload_cut'))).toMatchObject({
      type: 'RosterError',
      code: 'upload_cut',
      message: 'The upload was cut in the middle. Nothing was kept: send it again.',
    });
  });

  test('that is none is logged by its type alone', () => {
    expect(describeError('山田花子')).toEqual({ type: 'string' });
    expect(describeError({ name: '山田花子' })).toEqual({ type: 'object' });
    expect(describeError(undefined)).toEqual({ type: 'undefined' });
  });

  test('with a message of several lines does not get it in by its stack', () => {
    const error = new Error('first line\n    at 山田花子 (home)\nat 山田花子');
    expect(JSON.stringify(describeError(error))).not.toContain('山田');
  });
});
