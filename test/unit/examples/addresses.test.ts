import { expect, test } from 'vitest';
import { addressesOf } from '../../../scripts/examples/addresses.ts';

const collections: Record<string, string[]> = {
  '/schools': ['s1', 's/2'],
  '/schools/s1/classes': [],
  '/schools/s%2F2/classes': ['c1', 'c2'],
};
const read = async (path: string) => collections[path]?.map((sourcedId) => ({ sourcedId }));

test.each([
  ['/schools', ['/schools']],
  ['/schools/{sourcedId}', ['/schools/s1', '/schools/s%2F2']],
  [
    '/schools/{schoolSourcedId}/classes/{classSourcedId}/students',
    ['/schools/s%2F2/classes/c1/students', '/schools/s%2F2/classes/c2/students'],
  ],
  ['/nothing/{sourcedId}', []],
])('%s stands for every address that the collections give', async (template, addresses) => {
  const found: string[] = [];
  for await (const address of addressesOf(template, read)) found.push(address);
  expect(found).toEqual(addresses);
});
