import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createServer, type Fetch, listen } from '../../src/server.ts';

const limits = { headersTimeoutMs: 400, checkMs: 100, stalledReaderMs: 400 };

/** A server with short limits, and its port. */
async function serve(fetch: Fetch): Promise<number> {
  const server = createServer(fetch, limits);
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  return listen(server, 0, '127.0.0.1');
}

async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  return socket;
}

const request = 'GET / HTTP/1.1\r\nHost: x\r\n';

test('headers that drip are cut off, and everybody else is answered meanwhile', async () => {
  const port = await serve(() => new Response('here'));
  const slow = await Promise.all(Array.from({ length: 100 }, () => open(port)));
  const answers = slow.map(async (socket) => {
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    const drip = setInterval(() => socket.write('X'), 50);
    socket.write('GET / HTTP/1.1\r\nX');
    // A connection that is reset while it writes says so first; its end is what is waited for.
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(drip);
    return text;
  });
  let answered = 0;
  let cut = false;
  Promise.all(answers).then(() => {
    cut = true;
  });
  while (!cut) {
    const response = await fetch(`http://127.0.0.1:${port}/`);
    expect(await response.text()).toBe('here');
    answered += 1;
  }
  expect(answered).toBeGreaterThan(0);
  for (const text of await Promise.all(answers)) expect(text).toMatch(/^(HTTP\/1\.1 408 |$)/);
});

test('a reader that takes nothing is let go, and what it was read from is closed', async () => {
  const gone = Promise.withResolvers<void>();
  const port = await serve(
    () =>
      new Response(
        new ReadableStream({
          pull: (controller) => controller.enqueue(new Uint8Array(1_048_576)),
          cancel: () => gone.resolve(),
        }),
      ),
  );
  const socket = await open(port);
  socket.pause();
  socket.write(`${request}\r\n`);
  await gone.promise;
});

test('whoever waits for an answer that takes long gets it', async () => {
  const port = await serve(async () => {
    await sleep(limits.stalledReaderMs * 4);
    return new Response('at last');
  });
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('at last');
});
