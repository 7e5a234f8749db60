import type { ClaimedImport } from '../../store/import-queue.ts';
import { updateImport } from '../../store/import-queue.ts';
import type { ImportStep } from '../../store/imports.ts';
import type { Session } from '../../store/session.ts';
import type { Context } from '../context.ts';
import { createProgressMeter, createProgressWriter, type Spans, type StepProgress } from '../progress.ts';

/** By what a board of 200,000 people takes. */
export const importSpans: Spans<ImportStep> = {
  inspect: [0, 2],
  stage: [2, 40],
  check: [40, 48],
  diff: [48, 55],
  publish: [55, 99],
};

/** One run of one import: what all of its steps use. */
export interface ImportRun {
  readonly ctx: Context;
  /** Holds the import lock. */
  readonly session: Session;
  readonly claimed: ClaimedImport;
  /** Aborts when the hub stops, the lock is lost or the import is cancelled. */
  readonly signal: AbortSignal;
  /** Tells how far a step is, `share` from 0 to 1; not more often than is useful unless `always`. */
  tell(step: ImportStep, share: number, rows: { done: number; total: number }, always?: boolean): void;
  /** Ends a step of the log; returns milliseconds by step so far. */
  lap(step: string): Readonly<Record<string, number>>;
}

export function createRun(input: Omit<ImportRun, 'tell' | 'lap'>): ImportRun {
  const { ctx, claimed } = input;
  const meter = createProgressMeter(() => performance.now(), importSpans);
  const write = createProgressWriter((progress: StepProgress<ImportStep>) =>
    updateImport(ctx.store.db, claimed, { progress }),
  );
  const laps: Record<string, number> = {};
  let began = performance.now();
  return {
    ...input,
    tell(step, share, { done, total }, always = true) {
      write(meter.at(step, share, done, total), always);
    },
    lap(step) {
      const now = performance.now();
      laps[step] = Math.round(now - began);
      began = now;
      return laps;
    },
  };
}
