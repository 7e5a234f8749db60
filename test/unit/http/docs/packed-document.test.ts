import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { answerDocument, packDocument } from '../../../../src/http/docs/packed-document.ts';

const document = { title: '名簿', list: Array.from({ length: 100 }, () => 'again') };
const app = new Hono();
app.get('/', (c) => answerDocument(c, packDocument(document)));

const ask = (encoding?: string) =>
  app.request('/', encoding === undefined ? {} : { headers: { 'accept-encoding': encoding } });

test.each(['gzip', 'br, GZIP;q=0.8', 'deflate, gzip;q=1.0, *;q=0.5'])(
  'is sent packed for %s',
  async (encoding) => {
    const response = await ask(encoding);
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    const unpacked = response.body?.pipeThrough(new DecompressionStream('gzip'));
    expect(JSON.parse(await new Response(unpacked).text())).toEqual(document);
  },
);

test.each([undefined, '', 'identity', 'br', 'gzip;q=0', 'br, gzip; q=0.0, *', 'xgzipx'])(
  'is sent as it is for %s',
  async (encoding) => {
    const response = await ask(encoding);
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(JSON.parse(await response.text())).toEqual(document);
  },
);
