import { z } from '@hono/zod-openapi';
import type { Context as HonoContext } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { type ErrorRow, RosterError } from '../errors.ts';
import { standardPrefix } from '../model/endpoints.ts';
import { asRosterError } from '../store/sqlstate.ts';
import { challengeOf } from './bearer.ts';
import { isTokenPath, oauthProblem } from './oauth.ts';

const minorCodes = [
  'fullsuccess',
  'invalid_filter_field',
  'invalid_selection_field',
  'invaliddata',
  'unauthorisedrequest',
  'forbidden',
  'server_busy',
  'unknownobject',
  'internal_server_error',
] as const satisfies readonly ErrorRow['minor'][];

/** imsx_StatusInfoDType of the official OpenAPI: at the root of the body, closed. */
export const statusInfoSchema = z
  .strictObject({
    imsx_codeMajor: z.enum(['success', 'processing', 'failure', 'unsupported']),
    imsx_severity: z.enum(['status', 'warning', 'error']),
    imsx_description: z.string().optional(),
    imsx_CodeMinor: z
      .strictObject({
        imsx_codeMinorField: z
          .array(
            z.strictObject({
              imsx_codeMinorFieldName: z.string(),
              imsx_codeMinorFieldValue: z.enum(minorCodes),
            }),
          )
          .min(1),
      })
      .optional(),
  })
  .openapi('imsx_StatusInfoDType');

/** Failures of the hub's own interface. */
export const problemSchema = z
  .strictObject({
    error: z.strictObject({
      code: z.string(),
      message: z.strictObject({ ja: z.string(), en: z.string() }),
      requestId: z.string(),
    }),
  })
  .openapi('Problem');

/** An error as a row of the table, whatever was thrown. Unknown ones keep their text to themselves. */
export function toRosterError(error: unknown): RosterError {
  const known = asRosterError(error);
  if (known instanceof RosterError) return known;
  if (known instanceof HTTPException && known.status === 400) {
    return new RosterError('invalid_parameter', {
      name: 'body',
      expectedJa: '',
      expected: 'a valid request',
    });
  }
  return new RosterError('internal', {}, { cause: error });
}

/** The body of a failure in the standard's language. */
export function statusInfo(error: RosterError, requestId: string): z.infer<typeof statusInfoSchema> {
  return {
    imsx_codeMajor: 'failure',
    imsx_severity: 'error',
    imsx_description: `${error.texts.en} (request ${requestId})`,
    imsx_CodeMinor: {
      imsx_codeMinorField: [
        { imsx_codeMinorFieldName: 'TargetEndSystem', imsx_codeMinorFieldValue: error.row.minor },
      ],
    },
  };
}

/** Clients that are told to come back are told when; by the error where it knows. */
const retryAfterSeconds = '2';

/** Whether the rest of the request's body is not read. */
function leavesBody({ row, cause }: RosterError): boolean {
  return row.status === 413 || row.status === 408 || (cause instanceof RosterError && leavesBody(cause));
}

export function problemResponse(c: HonoContext, error: RosterError, requestId: string): Response {
  const { status } = error.row;
  if (status === 503 || status === 429) {
    c.header('Retry-After', String(error.params.retryAfterSeconds ?? retryAfterSeconds));
  }
  // Nothing else can come over the connection.
  if (leavesBody(error)) c.header('Connection', 'close');
  if (isTokenPath(c.req.path)) return oauthProblem(c, error, requestId);
  const challenge = challengeOf(error, c.req.header('authorization'));
  if (challenge !== undefined) c.header('WWW-Authenticate', challenge);
  if (c.req.path.startsWith(standardPrefix)) {
    return c.json(statusInfo(error, requestId), status);
  }
  const body: z.infer<typeof problemSchema> = {
    error: { code: error.code, message: error.texts, requestId },
  };
  return c.json(body, status);
}
