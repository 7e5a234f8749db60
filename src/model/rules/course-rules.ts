import { flagOrBlank, grades, noHalfWidth, notBlank } from './phrases.ts';
import { type Rule, rulesOf } from './rule.ts';

const sameCount = [
  'subjects と subjectCodes は同じ数',
  'subjects and subjectCodes have equally many elements',
] as const;
const subjectCode = ['教科コード（P010～P100、J010～J090）', 'Subject codes: P010-P100, J010-J090'] as const;

/** Rules of the files of what a school is made of: sessions, orgs, courses, classes (Japan profile §2, §4, §6). */
export const courseRules: readonly Rule[] = [
  ...rulesOf('JP-AS', 'academicSessions.csv', [
    [1, 'title', 'EEE', ...notBlank],
    [2, 'title', '-EE', '「2026年度」の形', 'Of the form 2026年度'],
    [
      3,
      'type',
      'EEE',
      'schoolYear（OneRoster 1.2.1 ではほかの種類も可）',
      'schoolYear (base: also other types)',
    ],
    [
      4,
      'startDate endDate',
      'EEE',
      '実在する日付で、開始日は終了日より前',
      'Dates that exist, start before end',
    ],
    [5, 'startDate', '-WW', '年度の 4 月 1 日', '1 April of the school year'],
    [6, 'endDate', '-WW', '翌年の 3 月 31 日', '31 March of the next year'],
    [7, 'schoolYear', 'EEE', '4 桁の西暦（例 2026）', 'Four digits (2026)'],
    [8, 'schoolYear', '-WW', 'title の年度と同じ年', 'The same year as in title'],
    [
      9,
      'parentSourcedId',
      'EEE',
      '空欄、または academicSessions.csv にある sourcedId',
      'Blank, NULL or an academic session of the file',
    ],
    [10, 'schoolYear', '-WW', '1 年度に 1 行', 'One row for each school year'],
  ]),
  ...rulesOf('JP-OR', 'orgs.csv', [
    [1, 'name', 'EEE', ...notBlank],
    [2, 'name', '-WE', ...noHalfWidth],
    [
      3,
      'type',
      'EEE',
      'district（教育委員会）か school（学校）',
      'district or school (base: also other types)',
    ],
    [
      4,
      'identifier',
      '-EE',
      '学校は 13 文字の学校コード、または空欄',
      'A school: 学校コード (13 characters) or blank',
    ],
    [5, 'identifier', '-WW', '学校コードの検査数字が合う', 'The check digit of the 学校コード is right'],
    [6, 'identifier', '-EE', '教育委員会は 6 桁のコード、または空欄', 'A district: six digits or blank'],
    [
      7,
      'identifier',
      '-WW',
      '学校コードか教育委員会コードを入れる',
      '学校コード or 教育委員会コード is there',
    ],
    [8, 'identifier', '-WW', 'ほかの組織と違うコード', 'Unique'],
    [9, 'parentSourcedId', '-EE', '教育委員会（district）では空欄', 'Blank for a district'],
    [
      10,
      'parentSourcedId',
      'EEE',
      '空欄、または orgs.csv にある教育委員会（district）の sourcedId',
      'Blank, NULL or a district of the file',
    ],
    [11, 'parentSourcedId', '-WW', '学校には教育委員会の sourcedId を入れる', 'A school names its district'],
  ]),
  ...rulesOf('JP-CO', 'courses.csv', [
    [1, 'title', 'EEE', ...notBlank],
    [2, 'title', '-WE', '「2026年度国語」の形', 'Begins with 2026年度'],
    [3, 'title subjects', '-WE', ...noHalfWidth],
    [4, 'courseCode', '-EE', '空欄', 'Blank'],
    [
      5,
      'schoolYearSourcedId',
      'EEE',
      '空欄、または type が schoolYear の academicSessions の sourcedId',
      'Blank or an academic session of type schoolYear',
    ],
    [
      6,
      'schoolYearSourcedId',
      '-WW',
      '年度を入れ、title の年度と同じにする',
      'There, and of the year in title',
    ],
    [7, 'orgSourcedId', 'EEE', 'orgs.csv にある sourcedId', 'An org of the file'],
    [8, 'grades', '-EE', ...grades],
    [9, 'subjectCodes', 'EEE', ...sameCount],
    [10, 'subjectCodes', '-WW', ...subjectCode],
  ]),
  ...rulesOf('JP-CL', 'classes.csv', [
    [1, 'title', 'EEE', ...notBlank],
    [2, 'title location subjects', '-WE', ...noHalfWidth],
    [3, 'classType', 'EEE', 'homeroom（学籍クラス）か scheduled（教科クラス）', 'homeroom or scheduled'],
    [4, 'courseSourcedId', 'EEE', 'courses.csv にある sourcedId', 'A course of the file'],
    [5, 'schoolSourcedId', 'EEE', 'orgs.csv にある sourcedId', 'An org of the file'],
    [6, 'schoolSourcedId', 'EEE', '学校（type が school）の sourcedId', 'An org of type school'],
    [
      7,
      'termSourcedIds',
      'EEE',
      'academicSessions.csv にある sourcedId を 1 つ以上',
      'At least one academic session of the file',
    ],
    [8, 'grades', '-EE', ...grades],
    [9, 'subjectCodes', 'EEE', ...sameCount],
    [10, 'subjectCodes', '-WW', ...subjectCode],
    [11, 'metadata.jp.specialNeeds', '-EE', ...flagOrBlank],
    [
      12,
      'courseSourcedId',
      '-WW',
      'クラスの学校かその教育委員会の科目',
      'A course of the school or its district',
    ],
  ]),
];
