import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { createAdaptorServer, type Http2Bindings, type HttpBindings } from '@hono/node-server';

/** Answers a request; the server hands over its socket with it. */
export type Fetch = (request: Request, env: HttpBindings | Http2Bindings) => Response | Promise<Response>;

/** A request that takes longer than this at a stop is broken off. */
const drainMs = 10_000;
/** Slow senders of headers. Bodies have limits of their own: JSON ten seconds, uploads by silence and by rate. */
const headersTimeoutMs = 20_000;
/** How often slow ones are looked for; Node's own half a minute would make the limit more than twice as long. */
const checkMs = 5_000;
/** A reader that takes nothing of an answer for so long is not coming back, and may hold a connection to the database. */
export const stalledReaderMs = 60_000;
/** Node's default, said so that it stays: the longest filter is 2 KB, the longest token 4 KB. */
const headerBytesMax = 16_384;

export interface ServerLimits {
  readonly headersTimeoutMs: number;
  readonly checkMs: number;
  readonly stalledReaderMs: number;
}

/**
 * A plain HTTP server that slow and odd clients cannot hold up. Whatever has both a Content-Length and a
 * Transfer-Encoding, or is otherwise framed in two ways, Node's parser answers with 400 and hangs up.
 */
export function createServer(
  fetch: Fetch,
  limits: ServerLimits = { headersTimeoutMs, checkMs, stalledReaderMs },
): Server {
  const adaptor = createAdaptorServer({
    fetch,
    serverOptions: {
      headersTimeout: limits.headersTimeoutMs,
      connectionsCheckingInterval: limits.checkMs,
      requestTimeout: 0,
      maxHeaderSize: headerBytesMax,
      insecureHTTPParser: false,
    },
  });
  // Without options for HTTP/2 the adaptor makes a plain server.
  const server = adaptor as Server;
  server.timeout = limits.stalledReaderMs;
  server.on('timeout', (socket: Socket) => {
    // Whoever waits for an answer that takes long is silent too, and has nothing to read yet.
    if (socket.writableLength > 0) socket.destroy();
    else socket.setTimeout(limits.stalledReaderMs);
  });
  return server;
}

/** The port that it listens on, which the system chooses for 0. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.once('error', reject);
  server.listen(port, host, () => {
    const address = server.address();
    resolve(typeof address === 'object' && address !== null ? address.port : port);
  });
  return promise;
}

/** Takes no more connections and lets requests finish. */
export async function drain(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeIdleConnections();
  const force = setTimeout(() => server.closeAllConnections(), drainMs);
  await promise;
  clearTimeout(force);
}
