import type { EntityName } from '../model/entities/index.ts';
import { districtCode, schoolCode } from '../model/school-code.ts';

/** A row by CSV header; a column that is left out is blank. */
export type ExampleRow = Readonly<Record<string, string>>;

/** A UUID v4 that says what it is the id of: people look rows up by it from file to file. */
const idOf = (kind: number) => (number: number) =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(number).padStart(12, '0')}`;
const org = idOf(1);
const session = idOf(2);
const course = idOf(3);
const schoolClass = idOf(4);
const user = idOf(5);
const profile = idOf(6);
const role = idOf(7);
const enrollment = idOf(8);
const person = idOf(9);

const [district, primarySchool, juniorHigh] = [org(1), org(2), org(3)];
const year = { sourcedId: session(1), first: '2026-04-01', last: '2027-03-31' };

type Parts = readonly [family: string, given: string, middle?: string];

/** The twelve columns of a name, and how it is read. */
function names(
  [family, given, middle = '']: Parts,
  [kanaFamily, kanaGiven, kanaMiddle = '']: Parts,
): ExampleRow {
  return {
    givenName: given,
    familyName: family,
    middleName: middle,
    preferredGivenName: given,
    preferredMiddleName: middle,
    preferredFamilyName: family,
    'metadata.jp.kanaGivenName': kanaGiven,
    'metadata.jp.kanaFamilyName': kanaFamily,
    'metadata.jp.kanaMiddleName': kanaMiddle,
    'metadata.jp.kanaPreferredFamilyName': kanaFamily,
    'metadata.jp.kanaPreferredGivenName': kanaGiven,
    'metadata.jp.kanaPreferredMiddleName': kanaMiddle,
  };
}

function userRow(number: number, username: string, school: string, row: ExampleRow): ExampleRow {
  return {
    sourcedId: user(number),
    enabledUser: 'true',
    username,
    userIds: `{Koumu:${username}}`,
    identifier: username.toUpperCase(),
    email: `${username}@example.jp`,
    userMasterIdentifier: person(number),
    primaryOrgSourcedId: school,
    ...row,
  };
}

function roleRow(number: number, of: number, name: string, school: string, row: ExampleRow = {}): ExampleRow {
  return {
    sourcedId: role(number),
    userSourcedId: user(of),
    roleType: 'primary',
    role: name,
    beginDate: year.first,
    endDate: year.last,
    orgSourcedId: school,
    ...row,
  };
}

/** A class's teacher and pupils; `numbers` are the pupils' 出席番号, which only homerooms have. */
function enrolled(of: number, school: string, teacher: number, pupils: readonly number[], numbers: boolean) {
  return [teacher, ...pupils].map(
    (number, index): ExampleRow => ({
      sourcedId: enrollment(of * 10 + index),
      classSourcedId: schoolClass(of),
      schoolSourcedId: school,
      userSourcedId: user(number),
      role: number === teacher ? 'teacher' : 'student',
      primary: String(number === teacher),
      beginDate: year.first,
      endDate: year.last,
      'metadata.jp.shussekiNo': numbers && number !== teacher ? String(index) : '',
      'metadata.jp.publicFlg': 'true',
    }),
  );
}

const courseOf = (number: number, school: string, grades: string, title: string, code = ''): ExampleRow => ({
  sourcedId: course(number),
  schoolYearSourcedId: year.sourcedId,
  title: `2026年度${title}`,
  grades,
  orgSourcedId: school,
  subjects: code === '' ? '' : title,
  subjectCodes: code,
});

const classOf = (number: number, school: string, row: ExampleRow): ExampleRow => ({
  sourcedId: schoolClass(number),
  courseSourcedId: course(number),
  schoolSourcedId: school,
  termSourcedIds: year.sourcedId,
  'metadata.jp.specialNeeds': 'false',
  ...row,
});

const profileOf = (number: number, username: string, profileType: string): ExampleRow => ({
  sourcedId: profile(number),
  userSourcedId: user(number),
  profileType,
  vendorId: 'lms.example.jp',
  applicationId: 'まなびの窓',
  description: '学習eポータルの利用者',
  credentialType: 'username',
  username,
});

const pupil = (grades: string, homeroom: number): ExampleRow => ({
  grades,
  'metadata.jp.homeClass': schoolClass(homeroom),
});

/** A small board of education, all of it made up: two schools with a homeroom and a subject each. */
export const exampleRows: Readonly<Record<EntityName, readonly ExampleRow[]>> = {
  orgs: [
    { sourcedId: district, name: '架空市教育委員会', type: 'district', identifier: districtCode(13, 990) },
    {
      sourcedId: primarySchool,
      name: '架空市立中央小学校',
      type: 'school',
      identifier: schoolCode('B1', 13, 2, 9_990_001),
      parentSourcedId: district,
    },
    {
      sourcedId: juniorHigh,
      name: '架空市立中央中学校',
      type: 'school',
      identifier: schoolCode('C1', 13, 2, 9_990_002),
      parentSourcedId: district,
    },
  ],
  academicSessions: [
    {
      sourcedId: year.sourcedId,
      title: '2026年度',
      type: 'schoolYear',
      startDate: year.first,
      endDate: year.last,
      schoolYear: '2026',
    },
  ],
  courses: [
    courseOf(1, primarySchool, 'P5', 'ホームルーム'),
    courseOf(2, primarySchool, 'P5', '国語', 'P010'),
    courseOf(3, juniorHigh, 'J1', 'ホームルーム'),
    courseOf(4, juniorHigh, 'J1', '国語', 'J010'),
  ],
  classes: [
    classOf(1, primarySchool, {
      title: '5年1組',
      grades: 'P5',
      classType: 'homeroom',
      location: '5年1組教室',
    }),
    classOf(2, primarySchool, {
      title: '5年1組 国語',
      grades: 'P5',
      classType: 'scheduled',
      location: '5年1組教室',
      subjects: '国語',
      subjectCodes: 'P010',
      periods: '1,3',
    }),
    classOf(3, juniorHigh, { title: '1年A組', grades: 'J1', classType: 'homeroom', location: '1年A組教室' }),
    classOf(4, juniorHigh, {
      title: '1年A組 国語',
      grades: 'J1',
      classType: 'scheduled',
      location: '1年A組教室',
      subjects: '国語',
      subjectCodes: 'J010',
      periods: '2,4',
    }),
  ],
  users: [
    userRow(1, 't0001', primarySchool, names(['田中', '一郎'], ['タナカ', 'イチロウ'])),
    userRow(2, 't0002', primarySchool, names(['佐藤', '花子'], ['サトウ', 'ハナコ'])),
    userRow(3, 't0003', juniorHigh, names(['鈴木', '太郎'], ['スズキ', 'タロウ'])),
    userRow(4, 's0001', primarySchool, {
      ...names(['山本', 'さくら'], ['ヤマモト', 'サクラ']),
      ...pupil('P5', 1),
      agentSourcedIds: user(8),
    }),
    userRow(5, 's0002', primarySchool, {
      ...names(['グエン', 'ミン', 'ヴァン'], ['グエン', 'ミン', 'ヴァン']),
      ...pupil('P5', 1),
      // 通称名: the name on screens is not the official one.
      preferredFamilyName: '山田',
      'metadata.jp.kanaPreferredFamilyName': 'ヤマダ',
    }),
    userRow(6, 's0003', juniorHigh, {
      ...names(['伊藤', '葵'], ['イトウ', 'アオイ']),
      ...pupil('J1', 3),
    }),
    userRow(7, 's0004', juniorHigh, {
      ...names(['高橋', '翼'], ['タカハシ', 'ツバサ']),
      ...pupil('J1', 3),
    }),
    userRow(8, 'g0001', primarySchool, {
      ...names(['山本', '健'], ['ヤマモト', 'ケン']),
      // No Japanese number begins with 000.
      phone: '000-0000-0001',
    }),
  ],
  userProfiles: [
    profileOf(1, 't0001', '教職員用'),
    profileOf(2, 't0002', '教職員用'),
    profileOf(4, 's0001', '児童生徒用'),
  ],
  roles: [
    roleRow(1, 1, 'teacher', primarySchool, { userProfileSourcedId: profile(1) }),
    roleRow(2, 1, 'principal', primarySchool, { roleType: 'secondary', userProfileSourcedId: profile(1) }),
    roleRow(3, 2, 'teacher', primarySchool, { userProfileSourcedId: profile(2) }),
    roleRow(4, 3, 'teacher', juniorHigh),
    roleRow(5, 4, 'student', primarySchool, { userProfileSourcedId: profile(4) }),
    roleRow(6, 5, 'student', primarySchool),
    roleRow(7, 6, 'student', juniorHigh),
    roleRow(8, 7, 'student', juniorHigh),
    roleRow(9, 8, 'guardian', primarySchool),
  ],
  enrollments: [
    ...enrolled(1, primarySchool, 2, [4, 5], true),
    ...enrolled(2, primarySchool, 2, [4, 5], false),
    ...enrolled(3, juniorHigh, 3, [6, 7], true),
    ...enrolled(4, juniorHigh, 3, [6, 7], false),
  ],
  demographics: [
    { sourcedId: user(4), birthDate: '2015-07-07', sex: 'female', countryOfBirthCode: 'JP' },
    { sourcedId: user(5), birthDate: '2015-11-23', sex: 'male', countryOfBirthCode: 'VN' },
    { sourcedId: user(6), birthDate: '2013-05-05', sex: 'female', countryOfBirthCode: 'JP' },
    { sourcedId: user(7), birthDate: '2014-01-09', sex: 'male', countryOfBirthCode: 'JP' },
  ],
};
