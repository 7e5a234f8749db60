import type { ReadableStream as WebStream } from 'node:stream/web';
import { RosterError } from '../errors.ts';

/** How much of a body, and for how long. */
export interface BodyLimits {
  readonly bytesMax: number;
  readonly secondsMax: number;
}

/**
 * Reads a body in bounded memory and time, whatever its headers say of its length. Throws `body_too_large`,
 * `body_too_slow`, and `upload_cut` when its sender went away.
 */
export async function readBody(
  body: WebStream<Uint8Array> | null,
  { bytesMax, secondsMax }: BodyLimits,
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let late = false;
  const reader = body?.getReader();
  const timer = setTimeout(() => {
    late = true;
    reader?.cancel().catch(() => undefined);
  }, secondsMax * 1_000);
  try {
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
      size += part.value.length;
      if (size > bytesMax) throw new RosterError('body_too_large', { limitKiB: bytesMax / 1_024 });
      chunks.push(part.value);
    }
  } catch (error) {
    if (error instanceof RosterError) throw error;
    if (!late) throw new RosterError('upload_cut', {}, { cause: error });
  } finally {
    clearTimeout(timer);
  }
  if (late) throw new RosterError('body_too_slow', { seconds: secondsMax });
  return Buffer.concat(chunks);
}
