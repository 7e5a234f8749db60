/** A junk key costs no more than its place in such a list. */
const idsMax = 200;

interface Asked<Row> {
  readonly id: string;
  readonly resolve: (row: Row | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Looks rows up by id: the first at once, and those that are asked for meanwhile together after it. Whoever tries many
 * ids costs the database a statement now and then.
 */
export function batchLookups<Row>(
  findMany: (ids: readonly string[]) => Promise<ReadonlyMap<string, Row>>,
): (id: string) => Promise<Row | undefined> {
  let waiting: Asked<Row>[] = [];
  let looking = false;

  async function look(): Promise<void> {
    looking = true;
    while (waiting.length > 0) {
      const asked = waiting.slice(0, idsMax);
      waiting = waiting.slice(idsMax);
      try {
        const found = await findMany(asked.map(({ id }) => id));
        for (const { id, resolve } of asked) resolve(found.get(id));
      } catch (error) {
        for (const { reject } of asked) reject(error);
      }
    }
    looking = false;
  }

  return (id) => {
    const { promise, resolve, reject } = Promise.withResolvers<Row | undefined>();
    waiting.push({ id, resolve, reject });
    if (!looking) void look();
    return promise;
  };
}
