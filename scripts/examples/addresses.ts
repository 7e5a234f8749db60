/** Gets a collection of the Rostering service by its path below the base; undefined when there is none. */
export type ReadRecords = (path: string) => Promise<readonly { readonly sourcedId: string }[] | undefined>;

/**
 * Every address that a path of the endpoint table stands for, in the order of the collections:
 * `/schools/{schoolSourcedId}/classes` -> `/schools/s1/classes`, `/schools/s2/classes`, …
 */
export async function* addressesOf(template: string, read: ReadRecords, before = ''): AsyncGenerator<string> {
  const parameter = /\/\{\w+\}/.exec(template);
  if (parameter === null) {
    yield before + template;
    return;
  }
  const collection = before + template.slice(0, parameter.index);
  const rest = template.slice(parameter.index + parameter[0].length);
  for (const { sourcedId } of (await read(collection)) ?? []) {
    yield* addressesOf(rest, read, `${collection}/${encodeURIComponent(sourcedId)}`);
  }
}
