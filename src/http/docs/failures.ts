import type { OpenAPIHono } from '@hono/zod-openapi';
import { errorTable } from '../../errors.ts';
import type { Endpoint } from '../../model/endpoints.ts';
import type { RequestEnvironment } from '../environment.ts';
import { statusInfoSchema } from '../problem.ts';

/** What a status means to a client of the Rostering service. */
const meanings: ReadonlyMap<number, string> = new Map([
  [
    400,
    'パラメーターが正しくありません。直してから送り直してください。 / A parameter is not valid: mend it first.',
  ],
  [401, '有効なキーかトークンがありません。 / No valid key or token.'],
  [403, 'このキーやトークンでは読めません。 / The key or token may not read this.'],
  [404, '指定された ID のデータがありません。 / There is nothing with this id.'],
  [410, '続きのページが古くなりました。最初からやり直してください。 / The walk is too old: start again.'],
  [
    429,
    '要求が多すぎます。Retry-After 秒後に送り直してください。 / Too many: try again after Retry-After seconds.',
  ],
  [500, 'ハブの内部エラーです。 / A fault inside the hub.'],
  [
    503,
    '混み合っています。Retry-After 秒後に送り直してください。 / Busy: try again after Retry-After seconds.',
  ],
]);

/** The minor codes that the error table has for a status. A status without any never leaves the hub. */
function minorCodes(status: number): readonly string[] {
  const rows = Object.values(errorTable).filter((row) => row.status === status);
  return [...new Set(rows.map(({ minor }) => minor))];
}

const nameOf = (status: number) => `Failure${status}`;
const used = [...meanings.keys()].filter((status) => minorCodes(status).length > 0);

/** Where each status can happen: ids can be unknown, and only walks grow old. */
function happens(status: number, endpoint: Endpoint): boolean {
  if (status === 404) return endpoint.path.includes('{');
  if (status === 410) return endpoint.kind === 'collection';
  return true;
}

/** References to the failures of an operation, for its route. */
export function failuresOf(endpoint: Endpoint): Record<string, { $ref: string }> {
  const statuses = used.filter((status) => happens(status, endpoint));
  return Object.fromEntries(
    statuses.map((status) => [status, { $ref: `#/components/responses/${nameOf(status)}` }]),
  );
}

/** Makes the failures components of the documents, with real bodies by status as examples. */
export function registerFailures(
  app: OpenAPIHono<RequestEnvironment>,
  examples: Readonly<Record<string, unknown>>,
): void {
  app.openAPIRegistry.register('imsx_StatusInfoDType', statusInfoSchema);
  const schema = { $ref: '#/components/schemas/imsx_StatusInfoDType' };
  for (const status of used) {
    const example = examples[status];
    app.openAPIRegistry.registerComponent('responses', nameOf(status), {
      description: `${meanings.get(status)} (${minorCodes(status).join(', ')})`,
      content: { 'application/json': { schema, ...(example === undefined ? {} : { example }) } },
    });
  }
}
