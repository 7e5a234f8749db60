// A hub that is nothing but its embedded server: prints one line of JSON and serves until it is killed.
import { createLog } from '../../src/log.ts';
import { startEmbeddedServer } from '../../src/store/embedded/server.ts';

const [dataDir = ''] = process.argv.slice(2);
const log = createLog('info', { write: (line) => process.stderr.write(line) });
const server = await startEmbeddedServer({ dataDir, log });
// Before the line is out, since the reader may end us as soon as it has it.
process.on('SIGTERM', () => server.stop().then(() => process.exit(0)));
process.stdout.write(`${JSON.stringify({ url: server.url })}\n`);
setInterval(() => undefined, 60_000);
