/** These values as an async iterable, the way chunks of a file arrive. */
export async function* pieces<T>(...values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

/** Everything that an async iterable gives. */
export async function collect<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}

/** What a promise or a call is refused with; fails when it is not. */
export async function refusalOf(run: () => unknown): Promise<unknown> {
  try {
    await run();
  } catch (error) {
    return error;
  }
  throw new Error('it was not refused');
}
