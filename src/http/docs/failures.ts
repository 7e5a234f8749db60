import type { OpenAPIHono } from '@hono/zod-openapi';
import { type ErrorCode, errorTable, RosterError } from '../../errors.ts';
import type { Endpoint } from '../../model/endpoints.ts';
import type { RequestEnvironment } from '../environment.ts';
import { statusInfo, statusInfoSchema } from '../problem.ts';

/** What a status means to a client of the Rostering service. */
const meanings: ReadonlyMap<number, string> = new Map([
  [
    400,
    'パラメーターが正しくありません。直してから送り直してください。 / A parameter is not valid: mend it first.',
  ],
  [401, '有効なキーかトークンがありません。 / No valid key or token.'],
  [403, 'このキーやトークンでは読めません。 / The key or token may not read this.'],
  [404, '指定された ID のデータがありません。 / There is nothing with this id.'],
  [
    410,
    'その名簿はもう保存されていません。続きのページなら最初からやり直してください。 / That roster is no longer kept; a walk starts again.',
  ],
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

/** The rows of the error table with a status. A status without any never leaves the hub. */
function codesOf(status: number): readonly ErrorCode[] {
  // The table's keys are its codes, which `Object.keys` does not say.
  const codes = Object.keys(errorTable) as ErrorCode[];
  return codes.filter((code) => errorTable[code].status === status);
}

/** What stands in the texts of failures that were not seen. */
const exampleParams = { perHour: 3_600, perSecond: 60, retryAfterSeconds: 30 };

const nameOf = (status: number) => `Failure${status}`;
const used = [...meanings.keys()].filter((status) => codesOf(status).length > 0);

/** Where each status can happen: ids can be unknown, and only walks grow old. */
function happens(status: number, endpoint: Endpoint): boolean {
  if (status === 404) return endpoint.path.includes('{');
  if (status === 410) return endpoint.kind === 'collection';
  return true;
}

/** A reference to the failure with this status. */
export function referTo(status: number): { $ref: string } {
  return { $ref: `#/components/responses/${nameOf(status)}` };
}

/** References to the failures of an operation, for its route. */
export function failuresOf(endpoint: Endpoint): Record<string, { $ref: string }> {
  const statuses = used.filter((status) => happens(status, endpoint));
  return Object.fromEntries(statuses.map((status) => [status, referTo(status)]));
}

/**
 * Makes the failures components of the documents, with real bodies by status as examples. Nobody can make a hub fail
 * at will: the body of a failure that was not seen comes from the table, as it would then.
 */
export function registerFailures(
  app: OpenAPIHono<RequestEnvironment>,
  examples: Readonly<Record<string, unknown>>,
): void {
  app.openAPIRegistry.register('imsx_StatusInfoDType', statusInfoSchema);
  const schema = { $ref: '#/components/schemas/imsx_StatusInfoDType' };
  for (const status of used) {
    const codes = codesOf(status);
    const [example] = codes.map((code) => statusInfo(new RosterError(code, exampleParams), 'example'));
    const minors = new Set(codes.map((code) => errorTable[code].minor));
    app.openAPIRegistry.registerComponent('responses', nameOf(status), {
      description: `${meanings.get(status)} (${[...minors].join(', ')})`,
      content: { 'application/json': { schema, example: examples[status] ?? example } },
    });
  }
}
