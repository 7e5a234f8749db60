import { Worker } from 'node:worker_threads';
import { findErrorCode, RosterError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { findDatabaseError } from '../../store/sqlstate.ts';
import type { StageInput, StageProgress, StageResult } from './stage-bundle.ts';

export type StageMessage =
  | { readonly kind: 'progress'; readonly progress: StageProgress }
  | { readonly kind: 'result'; readonly result: StageResult }
  | { readonly kind: 'log'; readonly line: string };

/** The thread's share of the hub's memory. It needs about 60 MiB for a board of any size. */
const heapMiB = 128;
/** Room for the rows of one stretch of a file, which die young; a larger nursery only lets more of them pile up. */
const youngMiB = 24;

/** Runs the staging in a thread of its own, so that reads are answered meanwhile. Aborting ends the thread. */
export function stageInThread(
  input: StageInput,
  log: Log,
  signal: AbortSignal,
  onProgress: (progress: StageProgress) => void,
): Promise<StageResult> {
  const { promise, resolve, reject } = Promise.withResolvers<StageResult>();
  const worker = new Worker(new URL('./stage-worker.ts', import.meta.url), {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: heapMiB, maxYoungGenerationSizeMb: youngMiB },
  });
  const stop = () => {
    reject(signal.reason);
    void worker.terminate();
  };
  signal.addEventListener('abort', stop, { once: true });
  worker.on('message', (message: StageMessage) => {
    if (message.kind === 'progress') onProgress(message.progress);
    else if (message.kind === 'result') resolve(message.result);
    else log.warn({ line: message.line }, 'staging thread');
  });
  worker.on('error', (error) => {
    const code = findErrorCode(error) ?? findDatabaseError(error);
    reject(code === undefined ? error : new RosterError(code, {}, { cause: error }));
  });
  worker.on('exit', (code) => reject(new Error(`the staging thread ended with ${code} and no result`)));
  if (signal.aborted) stop();
  return promise.finally(() => signal.removeEventListener('abort', stop));
}
