import { reportLine, reportMark } from '../csv/report.ts';
import type { ReportedIssue } from '../services/imports/read-imports.ts';
import { textStream } from './text-stream.ts';

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

/** Levels as reports for people show them. */
export const levelTexts: Readonly<Record<string, string>> = {
  error: 'エラー error',
  warning: '警告 warning',
};

function issueLine(one: ReportedIssue): string {
  return reportLine([
    one.file,
    one.line === 0 ? '' : one.line,
    one.column,
    one.code,
    levelTexts[one.level] ?? one.level,
    one.message.ja,
    one.expected.ja,
    one.message.en,
    one.expected.en,
  ]);
}

/** Lines of the report, with the mark that Excel looks for. */
export async function* issueLines(batches: AsyncIterable<readonly ReportedIssue[]>): AsyncGenerator<string> {
  yield reportMark + reportLine(header);
  for await (const batch of batches) yield batch.map(issueLine).join('');
}

/** The report as a stream of CSV text; it never holds more than one batch. */
export function issueCsv(batches: AsyncIterable<readonly ReportedIssue[]>): ReadableStream<Uint8Array> {
  return textStream(issueLines(batches));
}
