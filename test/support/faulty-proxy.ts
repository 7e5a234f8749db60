import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** What becomes of one connection: cut after so many bytes from the server, refused as by a server that starts up, or passed on. */
export type Fate = { readonly cutAfterBytes: number } | 'starting up' | 'pass';

/** ErrorResponse 57P03, as a server in recovery sends it. */
function startingUp(): Buffer {
  const fields = Buffer.from('SFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0\0');
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

function relay(client: Socket, target: URL, fate: Exclude<Fate, 'starting up'>): void {
  const server = connect(Number(target.port), target.hostname);
  let passed = 0;
  const end = () => {
    client.destroy();
    server.destroy();
  };
  for (const socket of [client, server]) socket.on('error', end).on('close', end);
  client.pipe(server);
  server.on('data', (bytes: Buffer) => {
    const left = fate === 'pass' ? bytes.length : fate.cutAfterBytes - passed;
    passed += bytes.length;
    client.write(bytes.subarray(0, left));
    if (left < bytes.length) client.end();
  });
}

/** The URL of a door to a database whose connections meet these fates in turn, the last one for all that follow. */
export async function faultyProxy(databaseUrl: string, fates: readonly Fate[]): Promise<string> {
  const url = new URL(databaseUrl);
  const target = new URL(databaseUrl);
  let count = 0;
  const open = new Set<Socket>();
  const proxy = createServer((client) => {
    open.add(client);
    const fate = fates[Math.min(count, fates.length - 1)] ?? 'pass';
    count += 1;
    if (fate === 'starting up')
      client.on('error', () => undefined).once('data', () => client.end(startingUp()));
    else relay(client, target, fate);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    proxy.close();
  });
  const address = proxy.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  url.hostname = '127.0.0.1';
  url.port = String(address.port);
  return url.href;
}
