import type { Sql } from 'postgres';

/** What the driver's own queries have, as far as it is needed here (postgres 3.4.9, src/query.js). */
interface DriverQuery {
  executed: boolean;
  resolve(result: unknown): void;
  handle(): Promise<void>;
}

const mended = new WeakSet<object>();

/** `[, , row]` -> `[row]`, in place. */
function dropHoles(result: unknown): void {
  if (!Array.isArray(result) || result.length === 0 || 0 in result) return;
  result.splice(0, Number(Object.keys(result)[0]));
}

/**
 * postgres.js 3.4.9 does not reset its count of rows when a connection breaks inside a result. If the server then
 * refuses the next attempt ("starting up"), the first result after that begins with as many holes: a key or a record
 * is "not found", a roster empty. The rows themselves are right, so the holes are taken out.
 */
export function mendResults(client: Sql): void {
  // A query that nobody waits for is never sent.
  const prototype: DriverQuery = Object.getPrototypeOf(client.unsafe(''));
  if (mended.has(prototype)) return;
  mended.add(prototype);
  const { handle } = prototype;
  prototype.handle = function (this: DriverQuery) {
    if (!this.executed) {
      const { resolve } = this;
      this.resolve = (result) => {
        dropHoles(result);
        resolve(result);
      };
    }
    return handle.call(this);
  };
}
