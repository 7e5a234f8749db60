import { entityList } from '../model/entities/index.ts';

/** jsonb forgets the order of keys; people read causes before consequences. */
export function inFileOrder<Counts>(files: Readonly<Record<string, Counts>>): Record<string, Counts> {
  const order = entityList.map((entity) => entity.csvFile);
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}
