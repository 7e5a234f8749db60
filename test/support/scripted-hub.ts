import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** A request as a script sees it. */
export interface ScriptedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface ScriptedAnswer {
  /** 200 unless given; 0 cuts the connection. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The URL of a server that answers as the script says; it ends with the test. */
export async function startScriptedHub(
  script: (request: ScriptedRequest) => ScriptedAnswer | Promise<ScriptedAnswer>,
): Promise<string> {
  const server = createServer(async (request, response) => {
    const { method = '', url: path = '', headers } = request;
    const answer = await script({ method, path, headers, body: await text(request) });
    if (answer.status === 0) {
      response.destroy();
      return;
    }
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
    response.end(answer.body ?? '{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

/** A door to a hub that can be held. */
export interface GatedHub {
  readonly url: string;
  /** Lets so many more requests pass and holds the next one; resolves when that one has come. */
  holdAfter(requests: number): Promise<void>;
  /** Lets everything pass. */
  open(): void;
}

/** A door to the hub at this address; it ends with the test. */
export async function startGatedHub(target: string): Promise<GatedHub> {
  let left = Number.POSITIVE_INFINITY;
  let reached: PromiseWithResolvers<void> | undefined;
  let gate: PromiseWithResolvers<void> | undefined;
  const url = await startScriptedHub(async ({ path, headers }) => {
    if (left === 0) {
      reached?.resolve();
      await gate?.promise;
    }
    left -= 1;
    const response = await fetch(target + path, {
      headers: { authorization: headers.authorization ?? '' },
    });
    const shown = ['link', 'x-total-count', 'x-publication-id', 'x-published-at'];
    const kept = shown.flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, value]];
    });
    return { status: response.status, headers: Object.fromEntries(kept), body: await response.text() };
  });
  return {
    url,
    holdAfter(requests) {
      left = requests;
      gate = Promise.withResolvers();
      reached = Promise.withResolvers();
      return reached.promise;
    },
    open() {
      left = Number.POSITIVE_INFINITY;
      gate?.resolve();
    },
  };
}
