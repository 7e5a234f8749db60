/** Requests that begin at a rate, whether or not those before are answered: slow ones do not thin out the rest. */
export interface Paced {
  /** Sends no more, and gives milliseconds of all that were sent once the last is answered. Throws what any threw. */
  stop(): Promise<number[]>;
}

const tickMs = 2;

export function startPaced(perSecond: number, send: () => Promise<number>): Paced {
  const sent: Promise<number>[] = [];
  const began = performance.now();
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - began) / 1_000) * perSecond);
    while (sent.length < due) {
      const one = send();
      // It is reported by `stop`, when all are awaited.
      one.catch(() => undefined);
      sent.push(one);
    }
  }, tickMs);
  return {
    stop() {
      clearInterval(timer);
      return Promise.all(sent);
    },
  };
}
