// The ceiling: answers `/0`, `/1`, … with files of a folder, held in memory. Started by measure-pages.ts.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const [folder = '', count = '0'] = process.argv.slice(2);
const bodies = Array.from({ length: Number(count) }, (_, n) => readFileSync(join(folder, `${n}.json`)));
const server = createServer((request, response) => {
  const body = bodies[Number(request.url?.slice(1))];
  if (body === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': 'application/json; charset=UTF-8',
    'content-length': body.length,
  });
  response.end(body);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) process.send?.(`http://127.0.0.1:${address.port}`);
});
// Goes when its parent goes, however that ends.
process.on('disconnect', () => process.exit());
