import { expect, test } from 'vitest';
import { type entities, entityList } from '../../src/model/entities/index.ts';
import { csvHeaders } from '../../src/model/entity.ts';

/** The header lines of the Japan profile 1.0 (final), copied from its column tables. */
const profile: Record<keyof typeof entities, string> = {
  academicSessions:
    'sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear',
  classes:
    'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods,metadata.jp.specialNeeds',
  courses:
    'sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes',
  demographics:
    'sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus',
  enrollments:
    'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate,metadata.jp.shussekiNo,metadata.jp.publicFlg',
  orgs: 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId',
  roles:
    'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId',
  userProfiles:
    'sourcedId,status,dateLastModified,userSourcedId,profileType,vendorId,applicationId,description,credentialType,username,password',
  users:
    'sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns,metadata.jp.kanaGivenName,metadata.jp.kanaFamilyName,metadata.jp.kanaMiddleName,metadata.jp.homeClass,metadata.jp.kanaPreferredFamilyName,metadata.jp.kanaPreferredGivenName,metadata.jp.kanaPreferredMiddleName',
};

test.each(Object.entries(profile))(
  '%s has the header line of the Japan profile, and without its columns that of the base',
  (name, line) => {
    const entity = entityList.find((one) => one.name === name);
    expect(entity).toBeDefined();
    if (entity === undefined) return;
    const names = line.split(',');
    expect(csvHeaders(entity, 'japan')).toEqual(names);
    expect(csvHeaders(entity, 'base')).toEqual(names.filter((one) => !one.startsWith('metadata.')));
  },
);

test('csv-headers.txt: the header line of every file in every layer', async () => {
  const lines = (['japan', 'base'] as const).flatMap((layer) =>
    entityList.map((entity) => `${layer} ${entity.csvFile}\n${csvHeaders(entity, layer).join(',')}\n`),
  );
  await expect(lines.join('\n')).toMatchFileSnapshot('__snapshots__/csv-headers.txt');
});
