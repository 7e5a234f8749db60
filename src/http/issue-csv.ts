import { reportLine, reportMark } from '../csv/report.ts';
import type { ReportedIssue } from '../services/imports/read-imports.ts';

const header = [
  'ファイル file',
  '行 line',
  '列 column',
  'コード code',
  '種類 level',
  '内容',
  '期待する形',
  'message',
  'expected',
];

const levels: Readonly<Record<string, string>> = { error: 'エラー error', warning: '警告 warning' };

function issueLine(one: ReportedIssue): string {
  return reportLine([
    one.file,
    one.line === 0 ? '' : one.line,
    one.column,
    one.code,
    levels[one.level] ?? one.level,
    one.message.ja,
    one.expected.ja,
    one.message.en,
    one.expected.en,
  ]);
}

/** The report as a stream of CSV text; it never holds more than one batch. */
export function issueCsv(batches: AsyncIterable<readonly ReportedIssue[]>): ReadableStream<Uint8Array> {
  const iterator = batches[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(reportMark + reportLine(header)));
    },
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value.map(issueLine).join('')));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
