import { issueCsvTexts } from '../services/imports/issue-csv.ts';
import type { ReportedIssue } from '../services/imports/read-imports.ts';

/** The report as a stream of CSV text; it never holds more than one batch. */
export function issueCsv(batches: AsyncIterable<readonly ReportedIssue[]>): ReadableStream<Uint8Array> {
  const texts = issueCsvTexts(batches);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}
