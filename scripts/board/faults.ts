import { encodeRow, type RawLine } from './csv-lines.ts';
import { type DataFile, fileName, type Row, rowKeysOf } from './headers.ts';
import { type Board, schoolYear } from './plan.ts';
import { districtKey } from './rows-school.ts';

/** A fault in a bundle: what a check of the bundle must find, and where. */
export interface PlantedFault {
  readonly file: string;
  /** Line in the file, the header being line 1. */
  readonly line: number;
  /** CSV header; '' where the row as a whole is meant. */
  readonly column: string;
  /** Rule id of the Japan profile's rule list. */
  readonly rule: string;
  /** Further rules that forbid the same value; a checker may name any of them. */
  readonly alsoRules: readonly string[];
}

interface Plant {
  readonly file: DataFile;
  readonly column: string;
  readonly rule: string;
  readonly alsoRules?: readonly string[];
  /** Spoils the first row that fits and has not been spoilt yet. */
  readonly spoil?: {
    readonly fits: (row: Row) => boolean;
    readonly change: (row: Row, board: Board) => Row | RawLine;
  };
  /** Adds a row after the last one; `first` is the first row of the file. */
  readonly add?: (first: Row, board: Board) => Row;
}

const nobody = (board: Board): string => board.id('user', 'nobody');
const isStudent = (row: Row): boolean => row['metadata.jp.homeClass'] !== '' && row.grades !== undefined;
const isLesson = (row: Row): boolean => row.role === 'student' && row['metadata.jp.shussekiNo'] === '';

const plants: readonly Plant[] = [
  {
    file: 'academicSessions',
    column: 'schoolYear',
    rule: 'JP-AS-007',
    add: (first, board) => ({
      ...first,
      sourcedId: board.id('academicSession', 'planted'),
      title: `${schoolYear + 1}年度`,
      startDate: `${schoolYear + 1}-04-01`,
      endDate: `${schoolYear + 2}-03-31`,
      schoolYear: String(schoolYear + 1).slice(2),
    }),
  },
  {
    file: 'orgs',
    column: 'type',
    rule: 'JP-OR-003',
    add: (_first, board) => ({
      sourcedId: board.id('org', 'planted'),
      name: '教育情報課',
      type: 'department',
      parentSourcedId: board.id('org', districtKey),
    }),
  },
  {
    file: 'courses',
    column: 'grades',
    rule: 'JP-C-010',
    alsoRules: ['JP-CO-008'],
    spoil: {
      fits: (row) => (row.grades ?? '').includes(','),
      change: (row) => ({ ...row, grades: (row.grades ?? '').replace(',', ',,') }),
    },
  },
  {
    file: 'courses',
    column: 'sourcedId',
    rule: 'JP-C-004',
    add: (first) => ({ ...first, title: `${schoolYear}年度学級活動` }),
  },
  {
    file: 'classes',
    column: 'schoolSourcedId',
    rule: 'JP-CL-006',
    add: (first, board) => ({
      ...first,
      sourcedId: board.id('class', 'planted-1'),
      title: '教育委員会の組',
      schoolSourcedId: board.id('org', districtKey),
    }),
  },
  {
    file: 'classes',
    column: 'termSourcedIds',
    rule: 'JP-CL-007',
    add: (first, board) => ({
      ...first,
      sourcedId: board.id('class', 'planted-2'),
      title: '期間のない組',
      termSourcedIds: '',
    }),
  },
  {
    file: 'users',
    column: 'givenName',
    rule: 'JP-US-003',
    spoil: { fits: isStudent, change: (row) => ({ ...row, givenName: '' }) },
  },
  {
    file: 'users',
    column: 'enabledUser',
    rule: 'JP-US-001',
    spoil: { fits: isStudent, change: (row) => ({ ...row, enabledUser: 'yes' }) },
  },
  {
    file: 'users',
    column: 'userIds',
    rule: 'JP-US-004',
    spoil: { fits: isStudent, change: (row) => ({ ...row, userIds: `Koumu=${row.username ?? ''}` }) },
  },
  {
    file: 'users',
    column: 'metadata.jp.homeClass',
    rule: 'JP-US-018',
    spoil: {
      fits: isStudent,
      change: (row, board) => ({ ...row, 'metadata.jp.homeClass': board.id('class', 'missing') }),
    },
  },
  {
    file: 'users',
    column: '',
    rule: 'JP-RO-013',
    add: (first, board) => ({
      ...first,
      sourcedId: board.id('user', 'planted'),
      username: 'planted',
      userIds: '',
      userMasterIdentifier: board.id('user', 'planted-master'),
    }),
  },
  {
    file: 'userProfiles',
    column: 'userSourcedId',
    rule: 'JP-UP-001',
    add: (first, board) => ({
      ...first,
      sourcedId: board.id('userProfile', 'planted'),
      userSourcedId: nobody(board),
    }),
  },
  {
    file: 'userProfiles',
    column: 'sourcedId',
    rule: 'JP-C-002',
    add: (first) => ({ ...first, sourcedId: 'profile 1?' }),
  },
  {
    file: 'roles',
    column: 'roleType',
    rule: 'JP-RO-003',
    add: (first, board) => ({ ...first, sourcedId: board.id('role', 'planted-1'), roleType: 'main' }),
  },
  {
    file: 'roles',
    column: 'role',
    rule: 'JP-RO-004',
    add: (first, board) => ({
      ...first,
      sourcedId: board.id('role', 'planted-2'),
      roleType: 'secondary',
      role: 'janitor',
    }),
  },
  {
    file: 'enrollments',
    column: 'classSourcedId',
    rule: 'JP-EN-001',
    spoil: {
      fits: isLesson,
      change: (row, board) => ({ ...row, classSourcedId: board.id('class', 'missing') }),
    },
  },
  {
    file: 'enrollments',
    column: 'status',
    rule: 'JP-C-005',
    spoil: { fits: isLesson, change: (row) => ({ ...row, status: 'active' }) },
  },
  {
    file: 'enrollments',
    column: '',
    rule: 'JP-F-013',
    spoil: {
      fits: isLesson,
      change: (row, board) => ({ raw: encodeRow(rowKeysOf('enrollments', board.layer).slice(0, -1), row) }),
    },
  },
  {
    file: 'demographics',
    column: 'birthDate',
    rule: 'JP-C-009',
    alsoRules: ['JP-DE-002'],
    spoil: { fits: () => true, change: (row) => ({ ...row, birthDate: `${schoolYear}-02-30` }) },
  },
  {
    file: 'demographics',
    column: 'sourcedId',
    rule: 'JP-DE-001',
    add: (first, board) => ({ ...first, sourcedId: nobody(board) }),
  },
];

/** The rows of a file with its faults; each fault is put into `planted` as its row goes by. */
export function* plantFaults(
  board: Board,
  file: DataFile,
  rows: Iterable<Row>,
  planted: PlantedFault[],
): Iterable<Row | RawLine> {
  const here = plants.filter((plant) => plant.file === file);
  const waiting = here.filter((plant) => plant.spoil !== undefined);
  let first: Row | undefined;
  let line = 1;
  const note = ({ column, rule, alsoRules = [] }: Plant): void => {
    planted.push({ file: fileName(file), line, column, rule, alsoRules });
  };
  for (const row of rows) {
    line += 1;
    first ??= row;
    const [plant] = waiting;
    // The first row of a file is the pattern of the added ones, so it stays whole.
    if (row === first || plant?.spoil?.fits(row) !== true) {
      yield row;
      continue;
    }
    waiting.shift();
    note(plant);
    yield plant.spoil.change(row, board);
  }
  for (const plant of here) {
    if (plant.add === undefined || first === undefined) continue;
    line += 1;
    note(plant);
    yield plant.add(first, board);
  }
}
