/** Where each step begins and ends on the way to 100. */
export type Spans<Step extends string> = Readonly<Record<Step, readonly [from: number, to: number]>>;

/** How far something is. */
export interface StepProgress<Step extends string> {
  readonly step: Step;
  readonly percent: number;
  readonly rowsDone: number;
  readonly rowsTotal: number;
  /** Null while there is nothing to judge by. */
  readonly secondsLeft: number | null;
}

/** Estimates before this are guesses. */
const estimateAfterMs = 1_500;

export interface ProgressMeter<Step extends string> {
  /** Enters a step, or moves on in it. `share` is the part of the step that is done, 0 to 1. */
  at(step: Step, share: number, rowsDone: number, rowsTotal: number): StepProgress<Step>;
}

/** Percentages never go back within one run. */
export function createProgressMeter<Step extends string>(
  now: () => number,
  spans: Spans<Step>,
): ProgressMeter<Step> {
  const began = now();
  let highest = 0;
  return {
    at(step, share, rowsDone, rowsTotal) {
      const [from, to] = spans[step];
      highest = Math.max(highest, Math.round(from + (to - from) * Math.min(Math.max(share, 0), 1)));
      const elapsedMs = now() - began;
      const known = highest > 2 && elapsedMs > estimateAfterMs;
      const secondsLeft = known ? Math.ceil((elapsedMs * (100 - highest)) / highest / 1_000) : null;
      return { step, percent: highest, rowsDone, rowsTotal: Math.max(rowsTotal, rowsDone), secondsLeft };
    },
  };
}

/** The record is written at most this often while rows pass. */
const writeEveryMs = 500;

/**
 * Writes progress, one statement at a time: what comes while one is under way waits as the newest only, so a slow
 * database is not asked more often. A lost update is no reason to lose the import. `always` is for a new step.
 */
export function createProgressWriter<Progress>(
  write: (progress: Progress) => Promise<void>,
): (progress: Progress, always: boolean) => void {
  let last = 0;
  let busy = false;
  let waiting: Progress | undefined;
  const send = async (progress: Progress) => {
    busy = true;
    for (let next: Progress | undefined = progress; next !== undefined; ) {
      await write(next).catch(() => undefined);
      next = waiting;
      waiting = undefined;
    }
    busy = false;
  };
  return (progress, always) => {
    const now = performance.now();
    if (!always && now - last < writeEveryMs) return;
    last = now;
    if (busy) waiting = progress;
    else void send(progress);
  };
}
