/**
 * The JSON of OneRoster 1.2 Rostering, written down from the official OpenAPI (19 Sep 2022) and from nothing of the
 * project: `!` required, `?` optional; every object is closed except metadata and credentials.
 */
const base = `! sourcedId string
! status enum active|tobedeleted
! dateLastModified instant
? metadata object`;

const schemas = {
  AcademicSessionDType: `${base}
! title string
! startDate date
! endDate date
! type open gradingPeriod|semester|schoolYear|term
? parent ref academicSession
? children ref academicSession[]
! schoolYear string`,
  ClassDType: `${base}
! title string
? classCode string
? classType open homeroom|scheduled
? location string
? grades string[]
? subjects string[]
! course ref course
! school ref org
! terms ref academicSession[]
? subjectCodes string[]
? periods string[]
? resources ref resource[]`,
  CourseDType: `${base}
! title string
? schoolYear ref academicSession
! courseCode string
? grades string[]
? subjects string[]
? org ref org
? subjectCodes string[]
? resources ref resource[]`,
  DemographicsDType: `${base}
? birthDate date
? sex open male|female|unspecified|other
? americanIndianOrAlaskaNative enum true|false
? asian enum true|false
? blackOrAfricanAmerican enum true|false
? nativeHawaiianOrOtherPacificIslander enum true|false
? white enum true|false
? demographicRaceTwoOrMoreRaces enum true|false
? hispanicOrLatinoEthnicity enum true|false
? countryOfBirthCode string
? stateOfBirthAbbreviation string
? cityOfBirth string
? publicSchoolResidenceStatus string`,
  EnrollmentDType: `${base}
! user ref user
! class ref class
! school ref org
! role open administrator|proctor|student|teacher
? primary enum true|false
? beginDate date
? endDate date`,
  OrgDType: `${base}
! name string
! type open department|district|local|national|school|state
! identifier string
? parent ref org
? children ref org[]`,
  RoleDType: `! roleType enum primary|secondary
! role open aide|counselor|districtAdministrator|guardian|parent|principal|proctor|relative|siteAdministrator|student|systemAdministrator|teacher
! org ref org
? userProfile uri
? beginDate date
? endDate date`,
  UserDType: `${base}
? userMasterIdentifier string
? username string
? userIds UserIdDType[]
! enabledUser enum true|false
! givenName string
! familyName string
? middleName string
? preferredFirstName string
? preferredMiddleName string
? preferredLastName string
? pronouns string
! roles RoleDType[]
? userProfiles UserProfileDType[]
? primaryOrg ref org
? identifier string
? email string
? sms string
? phone string
? agents ref user[]
? grades string[]
? password string
? resources ref resource[]`,
  UserIdDType: `! type string
! identifier string`,
  UserProfileDType: `! profileId uri
! profileType string
! vendorId string
? applicationId string
? description string
? credentials CredentialDType[]`,
  CredentialDType: `! type string
! username string
? password string`,
} as const;

export type OfficialSchema = keyof typeof schemas;

/** The schema of each collection's records. */
export const officialSchemaOf: Readonly<Record<string, OfficialSchema>> = {
  academicSessions: 'AcademicSessionDType',
  classes: 'ClassDType',
  courses: 'CourseDType',
  demographics: 'DemographicsDType',
  enrollments: 'EnrollmentDType',
  orgs: 'OrgDType',
  users: 'UserDType',
};

interface Property {
  readonly name: string;
  readonly required: boolean;
  readonly type: string;
}

/** The properties of a schema, in the order of the document. */
export function officialProperties(schema: OfficialSchema): readonly Property[] {
  return schemas[schema].split('\n').map((line) => {
    const [mark, name = '', ...type] = line.split(' ');
    return { name, required: mark === '!', type: type.join(' ') };
  });
}

const patterns: Readonly<Record<string, RegExp>> = {
  string: /^/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  instant: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
};

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueFaults(type: string, value: unknown, path: string): string[] {
  const fault = (condition: boolean) =>
    condition ? [] : [`${path}: ${JSON.stringify(value)} is no ${type}`];
  if (type.endsWith('[]')) {
    if (!Array.isArray(value)) return fault(false);
    // The hub's own promise: a list without elements is left out; only a user's roles are always there.
    if (value.length === 0) return path.endsWith('.roles') ? [] : [`${path}: an empty list`];
    return value.flatMap((one, index) => valueFaults(type.slice(0, -2), one, `${path}[${index}]`));
  }
  if (type === 'object') return fault(isObject(value) && Object.keys(value).length > 0);
  if (type.startsWith('ref ')) return refFaults(type.slice(4), value, path);
  if (isSchema(type)) return officialFaults(type, value, path);
  if (typeof value !== 'string') return fault(false);
  if (type === 'uri') return fault(URL.canParse(value));
  const [word = '', terms = ''] = type.split(' ');
  const known = terms.split('|').includes(value);
  if (word === 'enum') return fault(known);
  if (word === 'open') return fault(known || /^ext:[a-zA-Z0-9.\-_]+$/.test(value));
  return fault(patterns[type]?.test(value) === true);
}

function isSchema(type: string): type is OfficialSchema {
  return type in schemas;
}

function refFaults(target: string, value: unknown, path: string): string[] {
  if (!isObject(value)) return [`${path}: no GUIDRef`];
  const faults =
    Object.keys(value).sort().join() === 'href,sourcedId,type' ? [] : [`${path}: not href, sourcedId, type`];
  const { href, sourcedId, type } = value;
  if (type !== target) faults.push(`${path}.type: ${String(type)}, not ${target}`);
  const end = encodeURIComponent(String(sourcedId)).replaceAll('%40', '@');
  if (typeof href !== 'string' || !URL.canParse(href) || !href.endsWith(`/${end}`))
    faults.push(`${path}.href: ${String(href)}`);
  return faults;
}

/** Everything in which a record is not what the standard has. */
export function officialFaults(schema: OfficialSchema, value: unknown, path: string = schema): string[] {
  if (!isObject(value)) return [`${path}: no object`];
  const properties = officialProperties(schema);
  const open = schema === 'CredentialDType';
  const missing = properties.filter(({ name, required }) => required && !(name in value));
  const unknown = Object.keys(value).filter((key) => !properties.some(({ name }) => name === key));
  return [
    ...missing.map(({ name }) => `${path}.${name}: missing`),
    ...(open ? [] : unknown.map((name) => `${path}.${name}: not in the standard`)),
    ...properties.flatMap(({ name, type }) =>
      name in value ? valueFaults(type, value[name], `${path}.${name}`) : [],
    ),
  ];
}
