import { gunzipSync, gzipSync } from 'node:zlib';
import type { Context as HonoContext } from 'hono';

/** A JSON document kept as few kilobytes: it repeats itself, and the hub holds it as long as it runs. */
export type PackedDocument = Uint8Array<ArrayBuffer>;

export function packDocument(document: object): PackedDocument {
  return new Uint8Array(gzipSync(JSON.stringify(document)));
}

/** `gzip`, also with a weight, unless the weight is zero. */
const takesGzip = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i;

/** Sends it packed to clients that say they can unpack, which nearly all do. */
export function answerDocument(c: HonoContext, packed: PackedDocument): Response {
  const headers = { 'content-type': 'application/json; charset=UTF-8', vary: 'Accept-Encoding' };
  if (!takesGzip.test(c.req.header('accept-encoding') ?? '')) {
    return c.body(new Uint8Array(gunzipSync(packed)), 200, headers);
  }
  return c.body(packed, 200, { ...headers, 'content-encoding': 'gzip' });
}
