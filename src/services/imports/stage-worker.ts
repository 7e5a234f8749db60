import { parentPort, workerData } from 'node:worker_threads';
import { createLog } from '../../log.ts';
import { type StageInput, stageBundle } from './stage-bundle.ts';
import type { StageMessage } from './stage-thread.ts';

const post = (message: StageMessage) => parentPort?.postMessage(message);
const log = createLog('warn', { write: (line) => post({ kind: 'log', line }) });

/** Main looks at the progress about twice a second; more messages would only be work. */
const progressEveryMs = 200;
let told = 0;

const input: StageInput = workerData;
const result = await stageBundle(input, log, (progress) => {
  const now = performance.now();
  if (now - told < progressEveryMs) return;
  told = now;
  post({ kind: 'progress', progress });
});
post({ kind: 'result', result });
