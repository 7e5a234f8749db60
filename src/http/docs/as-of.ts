import { z } from '@hono/zod-openapi';
import type { Endpoint } from '../../model/endpoints.ts';
import type { describeOperation } from './describe-operation.ts';
import { failuresOf, referTo } from './failures.ts';
import type { parametersOf } from './parameters.ts';

/** The parameter that the hub adds to the standard's: it is in the hub's own document, and not in the localised one. */
export const asOfName = 'asOf';

const asOf = z
  .string()
  .optional()
  .openapi({
    description:
      '過去の名簿: 反映の番号、または日時（その時点で最新のもの）。admin のキーだけ。 / ' +
      'An older roster: the id of a publication, or an instant (the newest one that was not after it). For keys of administrators',
  });

/** Failures that only `asOf` leads to, on top of the operation's own. */
const statuses = [404, 410];

/** What the hub's own document says of an operation of the Rostering service. */
export function withAsOf(
  operation: ReturnType<typeof describeOperation>,
  { params, query }: ReturnType<typeof parametersOf>,
) {
  return {
    ...operation,
    responses: {
      ...operation.responses,
      ...Object.fromEntries(statuses.map((status) => [status, referTo(status)])),
    },
    request: { params, query: z.object({ ...query.shape, [asOfName]: asOf }) },
  };
}

interface Described {
  parameters?: object[];
  responses?: Record<string, unknown>;
}

/** The operation as the standard has it. */
export function withoutAsOf<Operation extends Described>(
  endpoint: Endpoint,
  operation: Operation,
): Operation {
  const own = failuresOf(endpoint);
  const responses = Object.entries(operation.responses ?? {}).filter(
    ([status]) => Object.hasOwn(own, status) || status.startsWith('2'),
  );
  return {
    ...operation,
    parameters: operation.parameters?.filter((one) => !('name' in one && one.name === asOfName)),
    responses: Object.fromEntries(responses),
  };
}
