import type { EditableBundle } from '../editable-bundle.ts';
import { cell, type RuleCase } from './rule-case.ts';

const manifest = 'manifest.csv';
const rowOf = (board: EditableBundle, property: string) => board.find(manifest, 'propertyName', property);

/** A property of the manifest with another value, told at its line. */
function property(name: string, value: string, near?: string): RuleCase {
  return {
    breaks: (board) => {
      board.manifest(name, value);
      return [[manifest, rowOf(board, name), 'value', 'error']];
    },
    ...(near === undefined ? {} : { keeps: (board) => void board.manifest(name, near) }),
  };
}

/** The header line of a file, changed. */
function header(
  file: string,
  change: (line: string) => string,
  column: string,
  level: 'error' | 'warning' = 'error',
): RuleCase {
  return {
    breaks: (board) => {
      board.line(file, 1, change);
      return [[file, 1, column, level]];
    },
  };
}

const widen = (board: EditableBundle, file: string, column: string, value: string) =>
  board.edit(file, (lines) =>
    lines.map((line, index) => (line === '' ? line : `${line},${index === 0 ? column : `"${value}"`}`)),
  );

/** One bundle for each rule of zip, text, manifest, header and common columns. */
export const bundleRuleCases: Readonly<Record<string, RuleCase>> = {
  'JP-F-001': { breaks: () => [['', 0, '', 'error']], bytes: () => Buffer.from('sourcedId,status') },
  'JP-F-002': {
    breaks: (board) => {
      board.put('名簿/orgs.csv', 'x');
      return [['', 0, '', 'error']];
    },
    keeps: (board) => void board.put('__MACOSX/._orgs.csv', 'x'),
  },
  'JP-F-003': {
    breaks: (board) => {
      board.put('readme.txt', 'x');
      return [['', 0, '', 'error']];
    },
  },
  'JP-F-004': {
    breaks: (board) => {
      board.remove(manifest);
      return [[manifest, 0, '', 'error']];
    },
  },
  'JP-F-005': { breaks: () => [['', 0, '', 'warning']], name: 'meibo.zip' },
  'JP-F-006': { breaks: () => [['', 0, '', 'warning']], name: 'RO_20260401_131237.zip' },
  'JP-F-007': {
    breaks: (board) => {
      const text = board.lines('courses.csv').join('\r\n');
      board.put('courses.csv', Buffer.concat([Buffer.from(text), Buffer.of(0xe5, 0x9b)]));
      return [['courses.csv', 12, '', 'error']];
    },
  },
  'JP-F-008': {
    breaks: (board) => {
      board.put('orgs.csv', `\uFEFF${board.lines('orgs.csv').join('\r\n')}`);
      return [['orgs.csv', 0, '', 'warning']];
    },
  },
  'JP-F-009': {
    breaks: (board) => {
      board.put('orgs.csv', board.lines('orgs.csv').join('\n'));
      return [['orgs.csv', 1, '', 'warning']];
    },
  },
  'JP-F-010': {
    breaks: (board) => {
      board.line('courses.csv', 3, (line) => line.replace('年度国語', '年度\r国語'));
      return [['courses.csv', 3, 'title', 'error']];
    },
    keeps: (board) => void board.line('courses.csv', 3, (line) => line.replace('年度国語', '年度""国語""')),
  },
  'JP-F-011': {
    breaks: (board) => {
      board.line('courses.csv', 3, (line) => line.replace('"2026年度国語"', '2026年度国語'));
      return [['courses.csv', 3, '', 'warning']];
    },
    keeps: (board) => void board.line('courses.csv', 3, (line) => line.replaceAll('""', '')),
  },
  'JP-F-012': cell('classes.csv', 2, 'title', '𠮷野組', 'warning', '𠮟野組'),
  'JP-F-013': {
    breaks: (board) => {
      board.line('demographics.csv', 3, (line) => `${line},"x"`);
      return [['demographics.csv', 3, '', 'error']];
    },
  },
  'JP-F-014': {
    breaks: (board) => {
      board.edit('demographics.csv', ([first = '']) => [first, '']);
      return [['demographics.csv', 0, '', 'error']];
    },
  },
  'JP-F-015': cell('classes.csv', 2, 'location', 'あ'.repeat(256), 'warning', 'あ'.repeat(255)),

  'JP-M-001': {
    breaks: (board) => {
      board.line(manifest, 1, () => 'propertyname,value');
      return [[manifest, 1, '', 'error']];
    },
  },
  'JP-M-002': property('manifest.version', '1.1'),
  'JP-M-003': property('oneroster.version', '1.2'),
  'JP-M-004': {
    breaks: (board) => {
      board.edit(manifest, (lines) => lines.filter((line) => !line.includes('file.results"')));
      return [[manifest, 0, '', 'error']];
    },
  },
  'JP-M-005': property('file.results', 'Absent'),
  'JP-M-006': {
    breaks: (board) => {
      board.remove('demographics.csv');
      return [['demographics.csv', 0, '', 'error']];
    },
    keeps: (board) => void board.remove('demographics.csv').manifest('file.demographics', 'absent'),
  },
  'JP-M-007': {
    breaks: (board) => {
      board.manifest('file.demographics', 'absent');
      return [['demographics.csv', 0, '', 'error']];
    },
  },
  'JP-M-008': {
    breaks: (board) => {
      board.remove('enrollments.csv').manifest('file.enrollments', 'absent');
      return [['enrollments.csv', 0, '', 'error']];
    },
  },
  'JP-M-009': {
    breaks: (board) => {
      board.manifest('file.results', 'bulk').put('results.csv', 'sourcedId\r\n"x"\r\n');
      return [['results.csv', 0, '', 'warning']];
    },
  },
  'JP-M-010': {
    breaks: (board) => {
      board.manifest('file.demographics', 'delta');
      board.edit('demographics.csv', (lines) =>
        lines.map((line, index) =>
          index === 0 ? line : line.replace(',"",""', ',"active","2026-04-01T00:00:00.000Z"'),
        ),
      );
      return [['demographics.csv', 0, '', 'warning']];
    },
  },
  'JP-M-011': {
    breaks: (board) => {
      board.manifest('source.systemName', '');
      return [[manifest, 0, '', 'warning']];
    },
  },
  'JP-M-012': {
    breaks: (board) => {
      board.edit(manifest, (lines) => [...lines.slice(0, -1), '"file.pupils","bulk"', '']);
      return [[manifest, board.lines(manifest).length - 1, 'propertyName', 'warning']];
    },
  },

  'JP-H-001': {
    breaks: (board) => {
      board.put('demographics.csv', '');
      return [['demographics.csv', 1, '', 'error']];
    },
  },
  'JP-H-002': {
    breaks: (board) => {
      board.edit('orgs.csv', (lines) => lines.map((line) => line.replace(/,parentSourcedId$|,"[^"]*"$/, '')));
      return [['orgs.csv', 1, 'parentSourcedId', 'error']];
    },
  },
  'JP-H-003': {
    breaks: (board) => {
      board.line('orgs.csv', 1, (line) => line.replace('name,type', 'type,name'));
      return [
        ['orgs.csv', 1, 'name', 'error'],
        ['orgs.csv', 1, 'type', 'error'],
      ];
    },
  },
  'JP-H-004': header('orgs.csv', (line) => `${line},name`, 'name'),
  'JP-H-005': header('orgs.csv', (line) => `${line},phone`, 'phone'),
  'JP-H-006': {
    breaks: (board) => {
      widen(board, 'orgs.csv', 'metadata.vendor.code', '1');
      return [['orgs.csv', 1, 'metadata.vendor.code', 'warning']];
    },
  },
  'JP-H-007': header(
    'enrollments.csv',
    (line) => line.replace('shussekiNo', 'ShussekiNo'),
    'metadata.jp.ShussekiNo',
  ),
  'JP-H-008': header(
    'users.csv',
    (line) => line.replace('preferredGivenName', 'resourceSourcedIds,preferredGivenName'),
    'resourceSourcedIds',
  ),

  'JP-C-001': cell('demographics.csv', 2, 'sourcedId', '', 'error'),
  'JP-C-002': {
    breaks: (board) => {
      board.append('orgs.csv', 3, { sourcedId: 'a b', identifier: '' });
      return [
        ['orgs.csv', 4, 'sourcedId', 'error'],
        ['orgs.csv', 4, 'identifier', 'warning', 'JP-OR-007'],
      ];
    },
  },
  'JP-C-003': {
    breaks: (board) => {
      board.append('orgs.csv', 3, { sourcedId: 'school-2', identifier: 'B106290500028' });
      return [
        ['orgs.csv', 4, 'sourcedId', 'warning'],
        ['orgs.csv', 4, 'identifier', 'warning', 'JP-OR-005'],
      ];
    },
  },
  'JP-C-004': {
    breaks: (board) => {
      const id = board.cell('demographics.csv', 2, 'sourcedId');
      board.append('demographics.csv', 2, {});
      board.set('demographics.csv', board.lines('demographics.csv').length - 1, { sourcedId: id });
      return [['demographics.csv', board.lines('demographics.csv').length - 1, 'sourcedId', 'error']];
    },
  },
  'JP-C-005': cell('orgs.csv', 3, 'status', 'active', 'error'),
  'JP-C-006': cell('orgs.csv', 3, 'dateLastModified', '2026-04-01T00:00:00.000Z', 'error'),
  'JP-C-007': {
    breaks: (board) => {
      board.manifest('file.demographics', 'delta');
      board.filter('demographics.csv', (_, line) => line === 2);
      board.set('demographics.csv', 2, { status: 'Active', dateLastModified: '2026-04-01T00:00:00.000Z' });
      return [
        ['demographics.csv', 0, '', 'warning', 'JP-M-010'],
        ['demographics.csv', 2, 'status', 'error'],
      ];
    },
  },
  'JP-C-008': {
    breaks: (board) => {
      board.manifest('file.demographics', 'delta');
      board.filter('demographics.csv', (_, line) => line === 2);
      board.set('demographics.csv', 2, { status: 'active', dateLastModified: '2026-02-30T00:00:00.000Z' });
      return [
        ['demographics.csv', 0, '', 'warning', 'JP-M-010'],
        ['demographics.csv', 2, 'dateLastModified', 'error'],
      ];
    },
  },
  'JP-C-009': cell('roles.csv', 2, 'endDate', '2027-02-29', 'error', '2028-02-29'),
  'JP-C-010': cell('courses.csv', 3, 'grades', 'P1,,P2', 'error', 'P1,P2'),
  'JP-C-011': cell('classes.csv', 2, 'location', '1階\u3000', 'warning', '1階\u3000東'),
  'JP-C-012': cell('classes.csv', 2, 'location', 'NULL', 'warning', 'NULLさん'),
};
