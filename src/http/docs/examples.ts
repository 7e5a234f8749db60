import { readFileSync } from 'node:fs';

/** Real answers of a hub, as `npm run examples` writes them. */
export interface Examples {
  /** By operationId, with a status where an operation has two: the body of the successful answer, JSON or text. */
  readonly operations: Readonly<Record<string, unknown>>;
  /** By HTTP status: a StatusInfo of the Rostering service. */
  readonly failures: Readonly<Record<string, unknown>>;
}

/** Where the checked-in examples are. */
export const examplesFile = new URL('./examples.json', import.meta.url);

/** Read when documents are made, and not kept. */
export function readExamples(): Examples {
  return JSON.parse(readFileSync(examplesFile, 'utf8'));
}

interface Response {
  content?: Record<string, { example?: unknown }>;
}

/** An OpenAPI document of either version, as far as examples go. */
export interface DocumentWithOperations {
  paths?: Record<string, object>;
}

/** The operations of a document. Path items hold nothing else here: every one comes from a route. */
export function operationsOf(
  document: DocumentWithOperations,
): { operationId?: string; responses?: Record<string, Response> }[] {
  return Object.values(document.paths ?? {}).flatMap((item) => Object.values(item));
}

/**
 * Puts each operation's example into its successful response. Where there are two, `startImport 200` is the example of
 * that one, and `startImport` that of the other. The document is the caller's own.
 */
export function addExamples(document: DocumentWithOperations, { operations }: Examples): void {
  for (const { operationId = '', responses = {} } of operationsOf(document)) {
    for (const [status, { content = {} }] of Object.entries(responses)) {
      const [media] = Object.values(content);
      if (media === undefined || !status.startsWith('2')) continue;
      const example = operations[`${operationId} ${status}`] ?? operations[operationId];
      if (example !== undefined) media.example = example;
    }
  }
}
