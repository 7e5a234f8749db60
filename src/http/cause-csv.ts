import { reportLine, reportMark } from '../csv/report.ts';
import type { ReportedCause } from '../services/imports/read-report.ts';
import { levelTexts } from './issue-csv.ts';

const header = [
  '順 rank',
  'ファイル file',
  '列 column',
  'コード code',
  '種類 level',
  '影響する行 weight',
  'ファイルごとの行 rows by file',
  '内容',
  '直し方',
  '決まり',
  '最初の場所 first places',
  'message',
  'expected',
  'rule',
];

function causeLine(cause: ReportedCause): string {
  const byFile = Object.entries(cause.byFile).map(([file, rows]) => `${file || 'ZIP'}: ${rows}`);
  const places = cause.examples.map(({ file, line, column }) =>
    [file || 'ZIP', line === 0 ? '' : `${line} 行目`, column].filter((part) => part !== '').join(' '),
  );
  return reportLine([
    cause.rank,
    cause.file,
    cause.column,
    cause.code,
    levelTexts[cause.level] ?? cause.level,
    cause.weight,
    byFile.join('／'),
    cause.message.ja,
    cause.expected.ja,
    cause.rule?.ja ?? '',
    places.join('／'),
    cause.message.en,
    cause.expected.en,
    cause.rule?.en ?? '',
  ]);
}

/** One line a cause, for Excel; a last line says how many of `total` are not listed. */
export function causeCsv(causes: readonly ReportedCause[], total: number): string {
  const hidden = total - causes.length;
  const rest = header.map((title) => {
    if (title === '内容') return `ほかに ${hidden} 種類あります（issues.csv にすべてあります）。`;
    return title === 'message' ? `${hidden} more; issues.csv has everything.` : '';
  });
  return [reportMark + reportLine(header), ...causes.map(causeLine), hidden > 0 ? reportLine(rest) : ''].join(
    '',
  );
}
