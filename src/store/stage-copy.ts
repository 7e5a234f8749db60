import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Session } from './session.ts';

/** What a COPY column takes: text, numbers and flags as they are, arrays as text[], objects as jsonb. */
export type CopyValue = string | number | boolean | null | readonly unknown[] | object;

const special = /[\\\n\r\t]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeText(text: string): string {
  return special.test(text)
    ? text.replace(/[\\\n\r\t]/g, (character) => escapes[character] ?? character)
    : text;
}

/** `['a', 'b"c']` -> `{"a","b\"c"}` */
function arrayLiteral(elements: readonly string[]): string {
  return `{${elements.map((element) => `"${element.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

function isTextArray(value: object): value is readonly string[] {
  return Array.isArray(value) && value.every((element) => typeof element === 'string');
}

/** One value in COPY's text format. `plain` promises that no text needs an escape. */
export function copyText(value: CopyValue, plain = false): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return plain ? value : escapeText(value);
  if (typeof value === 'object') {
    return escapeText(isTextArray(value) ? arrayLiteral(value) : JSON.stringify(value));
  }
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return String(value);
}

/** Bytes on their way to the server, so that it has work while the next rows are read. */
const inFlightMax = 1024 * 1024;

export interface CopyTarget {
  /** Lines of COPY text, each ended by a line feed. Waits while the server is behind. */
  write(lines: string): Promise<void>;
  /** Resolves when the server has taken every row; rejects with its error otherwise. */
  end(): Promise<void>;
}

/** Opens `COPY table (columns) FROM STDIN`. One at a time on a session. */
export function openCopy(session: Session, table: string, columns: readonly string[]): CopyTarget {
  const stream = session.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`));
  const done = finished(stream);
  // The rejection is delivered by write() or end(); this keeps it from being called unhandled meanwhile.
  done.catch(() => undefined);
  // Writing on after an error is a TypeError in pg-copy-streams, whose connection is null then.
  let failed = false;
  stream.once('error', () => {
    failed = true;
  });
  return {
    async write(lines) {
      if (failed) return done;
      const waits = !stream.write(lines) && stream.writableLength > inFlightMax;
      if (waits) await Promise.race([once(stream, 'drain'), done]);
    },
    async end() {
      if (!failed) stream.end();
      await done;
    },
  };
}
