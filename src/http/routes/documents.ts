import { createReadStream } from 'node:fs';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { RosterError } from '../../errors.ts';
import { serviceBases } from '../../model/endpoints.ts';
import { type Assets, openAssets } from '../docs/assets.ts';
import { readExamples } from '../docs/examples.ts';
import { registerFailures } from '../docs/failures.ts';
import { answerDocument, packDocument } from '../docs/packed-document.ts';
import { pagePolicy, referencePage } from '../docs/page.ts';
import { rosteringDocument } from '../docs/rostering-document.ts';
import type { RequestEnvironment } from '../environment.ts';
import { openApiDocument } from '../openapi.ts';
import type { Router } from '../router.ts';

/** Two documents of the standard disagree: the REST binding has the first name, the certification guide the second. */
export const discoveryNames = [
  'onerosterv1p2rostersservice_openapi3_v1p0.json',
  'imsorv1p2_rostering_openapi3_v1p0.json',
] as const;

/** The documents, made once of the routes that are mounted by then. They cost some 100 ms. */
function mountOpenApi(router: Router, app: OpenAPIHono<RequestEnvironment>, publicUrl: string): void {
  const examples = readExamples();
  registerFailures(app, examples.failures);
  const whole = packDocument(openApiDocument(app, publicUrl, examples));
  const rostering = packDocument(rosteringDocument(app, publicUrl, examples));
  router.page('/openapi.json', 'public', (c) => answerDocument(c, whole));
  for (const base of serviceBases) {
    for (const name of discoveryNames) {
      router.page(`${base}/discovery/${name}`, 'public', (c) => answerDocument(c, rostering));
    }
  }
}

/** A file's bytes. It is not opened before somebody reads: nobody does when a HEAD asks for it. */
async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path);
}

/** The reference for people, from files that are read when they are asked for. */
function mountReference(router: Router): void {
  let opened: Promise<Assets> | undefined;
  const assets = () => {
    opened ??= openAssets().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  router.page('/docs', 'public', async (c) => {
    // Addresses in the page are relative to an address without a slash at its end.
    if (new URL(c.req.url).pathname.endsWith('/')) return c.redirect('../docs', 308);
    c.header('Content-Security-Policy', pagePolicy);
    return c.html(referencePage(await assets()));
  });
  router.page('/docs/:digest/:name', 'public', async (c) => {
    const { digest, name } = c.req.param();
    const asset = (await assets()).get(name);
    if (asset?.address !== `${digest}/${name}`) throw new RosterError('unknown_route');
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    c.header('Content-Type', asset.type);
    c.header('Content-Length', String(asset.size));
    return c.body(ReadableStream.from(piecesOf(asset.path)));
  });
}

/** What tells clients and people how to use the hub. None of it needs a key, and none of it is about anybody. */
export function mountDocuments(
  router: Router,
  app: OpenAPIHono<RequestEnvironment>,
  publicUrl: string,
): void {
  mountOpenApi(router, app, publicUrl);
  mountReference(router);
}
