/** A subject; only primary and lower secondary subjects have a 教科コード. */
export interface Subject {
  readonly key: string;
  readonly name: string;
  readonly code?: string;
}

/** What the generator knows about one kind of school of the 学校コード. */
export interface SchoolType {
  readonly type: 'A1' | 'B1' | 'C1' | 'C2' | 'D1' | 'D2' | 'E1';
  readonly suffix: string;
  readonly grades: readonly string[];
  /** Share of the board's people. */
  readonly share: number;
  /** Usual number of students. */
  readonly students: number;
  readonly homeroomMax: number;
  /** Teachers beside the homeroom teachers, per homeroom. */
  readonly extraTeachers: number;
}

const kindergarten = ['E1', 'E2', 'E3'];
const primary = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6'];
const lower = ['J1', 'J2', 'J3'];
const upper = ['H1', 'H2', 'H3'];

/** All grades from the youngest to the oldest; a birth date follows from the position. */
export const gradesInOrder: readonly string[] = [...kindergarten, ...primary, ...lower, ...upper];

/** The kinds of school a board may have; the shares add up to one. */
export const schoolTypes: readonly SchoolType[] = [
  {
    type: 'B1',
    suffix: '小学校',
    grades: primary,
    share: 0.48,
    students: 330,
    homeroomMax: 35,
    extraTeachers: 0.4,
  },
  {
    type: 'C1',
    suffix: '中学校',
    grades: lower,
    share: 0.24,
    students: 340,
    homeroomMax: 36,
    extraTeachers: 0.7,
  },
  {
    type: 'C2',
    suffix: '義務教育学校',
    grades: [...primary, ...lower],
    share: 0.03,
    students: 430,
    homeroomMax: 35,
    extraTeachers: 0.5,
  },
  {
    type: 'D1',
    suffix: '高等学校',
    grades: upper,
    share: 0.15,
    students: 720,
    homeroomMax: 40,
    extraTeachers: 0.8,
  },
  {
    type: 'D2',
    suffix: '中等教育学校',
    grades: [...lower, ...upper],
    share: 0.02,
    students: 480,
    homeroomMax: 40,
    extraTeachers: 0.7,
  },
  {
    type: 'E1',
    suffix: '特別支援学校',
    grades: [...primary, ...lower, ...upper],
    share: 0.03,
    students: 130,
    homeroomMax: 6,
    extraTeachers: 0.3,
  },
  {
    type: 'A1',
    suffix: '幼稚園',
    grades: kindergarten,
    share: 0.05,
    students: 90,
    homeroomMax: 25,
    extraTeachers: 0.2,
  },
];

const p = (code: string, name: string): Subject => ({ key: code.toLowerCase(), name, code });
const kokugo = p('P010', '国語');
const sansu = p('P030', '算数');
const kokugoLower = p('J010', '国語');
const sugaku = p('J030', '数学');
/** 自立活動, the class only special-needs education has. */
export const independence: Subject = { key: 'jiritsu', name: '自立活動' };
/** The course a school opens in the course of a changed week. */
export const exploration: Subject = { key: 'tankyu', name: '地域探究' };

const young = [kokugo, sansu, p('P050', '生活'), p('P060', '音楽'), p('P090', '体育')];
const older = [kokugo, p('P020', '社会'), sansu, p('P040', '理科'), p('P070', '図画工作')];
const lowerSubjects = [
  kokugoLower,
  p('J020', '社会'),
  sugaku,
  p('J040', '理科'),
  p('J070', '保健体育'),
  p('J090', '外国語'),
];
const upperSubjects: readonly Subject[] = [
  { key: 'gengo', name: '現代の国語' },
  { key: 'chiri', name: '地理総合' },
  { key: 'sugaku1', name: '数学Ⅰ' },
  { key: 'kagaku', name: '化学基礎' },
  { key: 'taiiku', name: '体育' },
  { key: 'eigo1', name: '英語コミュニケーションⅠ' },
];

/** The subjects a homeroom is taught as classes of their own; none in a kindergarten. */
export function subjectsOf(grade: string, special: boolean): readonly Subject[] {
  if (grade.startsWith('E')) return [];
  if (special && grade.startsWith('P')) return [kokugo, sansu, independence];
  if (special && grade.startsWith('J')) return [kokugoLower, sugaku, independence];
  if (special) return [independence];
  if (grade === 'P1' || grade === 'P2') return young;
  if (grade.startsWith('P')) return older;
  return grade.startsWith('J') ? lowerSubjects : upperSubjects;
}

/** The year as the school counts it: a 義務教育学校 goes on to 9年, a 中等教育学校 to 6年. */
export function gradeLabel(type: SchoolType['type'], grade: string): string {
  const year = Number(grade.slice(1));
  if (grade.startsWith('E')) return ['年少', '年中', '年長'][year - 1] ?? '年長';
  if (type === 'C2' && grade.startsWith('J')) return `${year + 6}年`;
  if (type === 'D2' && grade.startsWith('H')) return `${year + 3}年`;
  if (type === 'E1') return `${{ P: '小', J: '中', H: '高' }[grade.charAt(0)] ?? ''}${year}年`;
  return `${year}年`;
}
