import { parentPort, workerData } from 'node:worker_threads';
import { createLog } from '../../log.ts';
import { createSessions } from '../../store/session.ts';
import { type StageInput, stageBundle } from './stage-bundle.ts';
import type { StageMessage } from './stage-thread.ts';

const post = (message: StageMessage) => parentPort?.postMessage(message);
const log = createLog('warn', { write: (line) => post({ kind: 'log', line }) });
const sessions = createSessions(workerData, log);

/** Main looks at the progress about twice a second; more messages would only be work. */
const progressEveryMs = 200;

/** One bundle after another. What goes wrong ends the thread, and main hears it as the thread's error. */
parentPort?.on('message', async (input: StageInput) => {
  let told = 0;
  const result = await stageBundle(input, sessions, (progress) => {
    const now = performance.now();
    if (now - told < progressEveryMs) return;
    told = now;
    post({ kind: 'progress', progress });
  });
  post({ kind: 'result', result });
});
