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
/** How long a thread waits for its next bundle. */
const idleMs = 60_000;
/** A thread that has read more rows than this gives its memory back at once; to start another is little beside them. */
const keptRowsMax = 10_000;

/** Runs the staging in threads of its own, so that reads are answered meanwhile. */
export interface StagingThreads {
  /** Aborting ends the thread. */
  stage(
    input: StageInput,
    log: Log,
    signal: AbortSignal,
    onProgress: (progress: StageProgress) => void,
  ): Promise<StageResult>;
  /** Ends the thread that waits, if any. */
  end(): Promise<void>;
}

/**
 * To start a thread and load its modules costs more than to stage a small file, so after one the thread waits a minute
 * for the next. One waits at most; a thread that failed or was aborted is never used again.
 */
export function createStagingThreads(databaseUrl: string): StagingThreads {
  let waiting: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;
  let ended = false;

  function take(): Worker {
    clearTimeout(timer);
    const worker =
      waiting ??
      startThread(databaseUrl, (ended) => {
        if (waiting === ended) waiting = undefined;
      });
    waiting = undefined;
    worker.ref();
    return worker;
  }

  async function endWaiting(): Promise<void> {
    clearTimeout(timer);
    const worker = waiting;
    waiting = undefined;
    await worker?.terminate();
  }

  function giveBack(worker: Worker, { rows }: StageResult): void {
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
    if (ended || waiting !== undefined || total > keptRowsMax) {
      void worker.terminate();
      return;
    }
    waiting = worker;
    worker.unref();
    timer = setTimeout(endWaiting, idleMs).unref();
  }

  return {
    async stage(input, log, signal, onProgress) {
      signal.throwIfAborted();
      const worker = take();
      try {
        const result = await runOn(worker, input, log, signal, onProgress);
        giveBack(worker, result);
        return result;
      } catch (error) {
        void worker.terminate();
        throw error;
      }
    },
    async end() {
      ended = true;
      await endWaiting();
    },
  };
}

function startThread(databaseUrl: string, onEnd: (worker: Worker) => void): Worker {
  const worker = new Worker(new URL('./stage-worker.ts', import.meta.url), {
    workerData: databaseUrl,
    resourceLimits: { maxOldGenerationSizeMb: heapMiB, maxYoungGenerationSizeMb: youngMiB },
  });
  // Whoever uses the thread listens too; one that waits may fail without ending the hub.
  worker.on('error', () => undefined);
  worker.once('exit', () => onEnd(worker));
  return worker;
}

/** Has a thread stage one bundle. */
async function runOn(
  worker: Worker,
  input: StageInput,
  log: Log,
  signal: AbortSignal,
  onProgress: (progress: StageProgress) => void,
): Promise<StageResult> {
  const { promise, resolve, reject } = Promise.withResolvers<StageResult>();
  const onMessage = (message: StageMessage) => {
    if (message.kind === 'progress') onProgress(message.progress);
    else if (message.kind === 'result') resolve(message.result);
    else log.warn({ line: message.line }, 'staging thread');
  };
  const onError = (error: unknown) => {
    const code = findErrorCode(error) ?? findDatabaseError(error);
    reject(code === undefined ? error : new RosterError(code, {}, { cause: error }));
  };
  const onExit = (code: number) => reject(new Error(`the staging thread ended with ${code} and no result`));
  const onAbort = () => reject(signal.reason);
  worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  signal.addEventListener('abort', onAbort, { once: true });
  worker.postMessage(input);
  try {
    return await promise;
  } finally {
    worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    signal.removeEventListener('abort', onAbort);
  }
}
