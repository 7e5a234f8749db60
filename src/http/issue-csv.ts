import { issueCsvTexts } from '../services/imports/issue-csv.ts';
import type { ReportedIssue } from '../services/imports/read-imports.ts';
import { textStream } from './body-stream.ts';

/** The report as a stream of CSV text; it never holds more than one batch. */
export function issueCsv(batches: AsyncIterable<readonly ReportedIssue[]>): ReadableStream<Uint8Array> {
  return textStream(issueCsvTexts(batches));
}
