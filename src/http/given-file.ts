import type { Context as HonoContext } from 'hono';
import { RosterError } from '../errors.ts';
import { byteStream, resumed } from './body-stream.ts';
import type { RequestEnvironment } from './environment.ts';

/**
 * Answers with a kept file; `give` gives its bytes and writes down who takes it, which for HEAD is nobody. Until its
 * first piece is there the answer may still be another.
 */
export async function answerFile(
  c: HonoContext<RequestEnvironment>,
  headers: Readonly<Record<string, string>>,
  give: (isTaken: boolean, signal: AbortSignal) => AsyncGenerator<Buffer>,
): Promise<Response> {
  const isTaken = c.req.method !== 'HEAD';
  const gone = new AbortController();
  const pieces = give(isTaken, gone.signal);
  const first = await pieces.next();
  if (first.done) throw new RosterError('upload_unreadable');
  if (!isTaken) {
    await pieces.return(undefined);
    return c.body(null, 200, headers);
  }
  return c.body(
    byteStream(resumed(first.value, pieces), () => gone.abort()),
    200,
    headers,
  );
}
