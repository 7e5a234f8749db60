import { createApp } from '../../src/http/app.ts';
import { createLog } from '../../src/log.ts';
import { addressList } from '../../src/model/address.ts';
import { deriveKeys } from '../../src/services/access/derive-keys.ts';
import { createStagingThreads } from '../../src/services/imports/stage-thread.ts';
import { openStore } from '../../src/store/client.ts';
import { contextSettings } from './context-settings.ts';

/** Where the hub of `documentApp` says that it is. */
export const documentUrl = 'https://hub.example.jp';

/** An app on a store that is never connected to: documents need no data. */
export function documentApp() {
  const log = createLog('silent');
  const refuse = () => Promise.reject(new Error('documents need no data'));
  return createApp({
    ctx: {
      store: openStore('postgres://nobody@127.0.0.1:1/nothing', log),
      log,
      staging: createStagingThreads(''),
      keys: deriveKeys('surface'),
      ...contextSettings,
      publicUrl: documentUrl,
      enqueueImport: refuse,
      enqueueExport: refuse,
    },
    log,
    trail: {
      admit: () => undefined,
      note: () => undefined,
      flush: async () => true,
      stop: async () => undefined,
    },
    roster: { listRecords: refuse, getRecord: refuse },
    readings: { unknownFields: 'reject', unknownSort: 'ignore' },
    authenticate: refuse,
    limiter: async () => ({ allowed: true, remaining: 1, resetMs: 0, retryMs: 0 }),
    isAccepting: () => true,
    trustedProxies: addressList([]),
    corsOrigins: [],
  });
}

interface Content {
  content?: Record<string, { schema?: unknown; example?: unknown }>;
}

/** One operation, as far as tests look at it. */
export interface OperationView {
  operationId?: string;
  summary?: string;
  description?: string;
  tags?: string[];
  security?: Record<string, string[]>[];
  responses: Record<string, Content & { $ref?: string }>;
}

/** An OpenAPI document, as far as tests look at it. */
export interface DocumentView {
  openapi: string;
  servers: { url: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, OperationView>>;
  components: {
    schemas: Record<string, unknown>;
    responses: Record<string, Content>;
    securitySchemes: Record<string, unknown>;
  };
}

/** Every operation of a document with its path. */
export function operationsIn({ paths }: DocumentView): { path: string; operation: OperationView }[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.values(item).map((operation) => ({ path, operation })),
  );
}

/** References of a document that lead nowhere in it. */
export function danglingReferences(document: DocumentView): string[] {
  const text = JSON.stringify(document);
  const references = new Set([...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path));
  if (references.size < 10) throw new Error('hardly any references: is this the document?');
  const lookUp = (path: string) =>
    path.split('/').reduce<unknown>((node, key) => Reflect.get(Object(node), key), document);
  return [...references].filter((path) => lookUp(path) === undefined);
}
