import { type Logger, pino } from 'pino';

export type Log = Logger;

/**
 * JSON lines on standard output. What may be logged is what is named here and in the calls: ids, counts, route
 * templates and our own error codes. Error objects of a driver are cut down to name, code and stack, because
 * their messages carry SQL and parameters, and those are pupils' data.
 */
export function createLog(level: string, destination?: { write(line: string): void }): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
    },
    ...(destination ? [destination] : []),
  );
}

interface ErrorLine {
  type: string;
  code?: string;
  message?: string;
  at?: string;
  cause?: ErrorLine;
}

/** The lines of a stack below the message, whose own lines may look like frames. */
function framesOf({ stack = '', message }: Error): string[] {
  const at = stack.indexOf(message);
  if (at < 0) return [];
  const below = stack.slice(at + message.length).split('\n');
  return below.filter((line) => line.trimStart().startsWith('at '));
}

/** `RosterError`s keep their message (made from the error table); of all others only kind, code and place remain. */
export function describeError(error: unknown): ErrorLine {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  const own = error.name === 'RosterError';
  const frames = framesOf(error);
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(own ? { message: error.message } : {}),
    ...(frames.length > 0
      ? {
          at: frames
            .slice(0, 4)
            .map((line) => line.trim().slice(3))
            .join(' < '),
        }
      : {}),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
