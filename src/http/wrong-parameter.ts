import type { z } from '@hono/zod-openapi';
import { RosterError } from '../errors.ts';

/** What a schema refused, as the hub says it: the first parameter that is wrong. */
export function wrongParameter({ issues: [found] }: z.ZodError): RosterError {
  return new RosterError('invalid_parameter', {
    name: found?.path.join('.') ?? '',
    expectedJa: '',
    expected: found?.message ?? 'another value',
  });
}
