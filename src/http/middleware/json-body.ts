import { createMiddleware } from 'hono/factory';
import { RosterError } from '../../errors.ts';
import type { RequestEnvironment } from '../environment.ts';
import { readBody } from '../read-body.ts';

/** The largest JSON body that means anything is an allow-list of a few KB. */
export const jsonLimits = { bytesMax: 1_024 * 1_024, secondsMax: 10 } as const;

/** JSON by its name, exactly as Hono's validator looks for it: what it does not take for JSON it ignores. */
const jsonType = /^application\/([a-z-.]+\+)?json(;\s*[a-zA-Z0-9-]+=([^;]+))*$/;

/** Reads a JSON body before anything looks at it, in bounded memory and time. A body of another kind is refused: it would be ignored. */
export const readJsonBody = createMiddleware<RequestEnvironment>(async (c, next) => {
  const bytes = await readBody(c.req.raw.body, jsonLimits);
  const text = bytes.toString();
  const type = c.req.header('content-type') ?? '';
  if (text !== '' && !(jsonType.test(type) && isJson(text))) throw new RosterError('body_malformed');
  // Where a request keeps what was read of it.
  Object.assign(c.req.bodyCache, { text: Promise.resolve(text) });
  await next();
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
