/** How documents for people call the records of a collection. */
export interface CollectionTexts {
  readonly ja: string;
  /** English, for one record and for many. */
  readonly one: string;
  readonly many: string;
}

const texts: Readonly<Record<string, CollectionTexts>> = {
  academicSessions: { ja: '年度・学期', one: 'academic session', many: 'academic sessions' },
  classes: { ja: 'クラス', one: 'class', many: 'classes' },
  courses: { ja: '科目', one: 'course', many: 'courses' },
  demographics: { ja: '属性情報', one: 'demographics record', many: 'demographics records' },
  enrollments: { ja: '在籍・担当', one: 'enrollment', many: 'enrollments' },
  gradingPeriods: { ja: '成績評価期間', one: 'grading period', many: 'grading periods' },
  orgs: { ja: '組織', one: 'organisation', many: 'organisations' },
  roles: { ja: '役割', one: 'role', many: 'roles' },
  schools: { ja: '学校', one: 'school', many: 'schools' },
  students: { ja: '児童生徒', one: 'student', many: 'students' },
  teachers: { ja: '教員', one: 'teacher', many: 'teachers' },
  terms: { ja: '学期', one: 'term', many: 'terms' },
  userProfiles: { ja: '利用者プロファイル', one: 'user profile', many: 'user profiles' },
  users: { ja: '利用者', one: 'user', many: 'users' },
};

/** Texts of a collection by its word in the path (`gradingPeriods`). A collection without texts is a fault of ours. */
export function collectionTexts(collection: string): CollectionTexts {
  const found = texts[collection];
  if (found === undefined) throw new Error(`no texts for the collection ${collection}`);
  return found;
}
