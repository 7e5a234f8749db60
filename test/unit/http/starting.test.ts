import { expect, test } from 'vitest';
import { problemSchema, statusInfoSchema } from '../../../src/http/problem.ts';
import { createStartingApp } from '../../../src/http/starting.ts';

test.each([
  ['/ims/oneroster/rostering/v1p2/users', statusInfoSchema],
  ['/csv/import', problemSchema],
  ['/health/ready', problemSchema],
])('while the hub starts, %s is answered in its own language', async (path, schema) => {
  const response = await createStartingApp().request(path, { headers: { 'x-request-id': 'mine-1' } });
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
  expect(response.headers.get('x-request-id')).toBe('mine-1');
  const body: unknown = JSON.parse(await response.text());
  expect(schema.safeParse(body).error?.issues).toBeUndefined();
  expect(JSON.stringify(body)).toMatch(/starting/);
});
