/** Runs a function when it is its turn. */
export type Semaphore = <T>(run: () => Promise<T>) => Promise<T>;

/** Runs at most `size` functions at once; others wait in the order in which they came. */
export function createSemaphore(size: number): Semaphore {
  const waiting: (() => void)[] = [];
  let free = size;
  return async (run) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await run();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
