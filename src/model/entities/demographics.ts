import { defineEntity } from '../entity.ts';
import { field } from '../field.ts';
import { sex } from '../vocabulary.ts';

const ethnicity = { personal: true, rule: 'JP-DE-004' } as const;
const place = { personal: true } as const;

/** Profile §2.5; OpenAPI DemographicsDType. Singular and plural have one name there. */
export const demographics = defineEntity({
  name: 'demographics',
  one: 'demographics',
  csvFile: 'demographics.csv',
  keyOf: 'user',
  keyRule: 'JP-DE-001',
  fields: {
    birthDate: field.date({ personal: true, rule: 'JP-DE-002' }),
    sex: field.vocabulary(sex, { personal: true, rule: 'JP-DE-003' }),
    americanIndianOrAlaskaNative: field.flag(ethnicity),
    asian: field.flag(ethnicity),
    blackOrAfricanAmerican: field.flag(ethnicity),
    nativeHawaiianOrOtherPacificIslander: field.flag(ethnicity),
    white: field.flag(ethnicity),
    demographicRaceTwoOrMoreRaces: field.flag(ethnicity),
    hispanicOrLatinoEthnicity: field.flag(ethnicity),
    countryOfBirthCode: field.string(place),
    stateOfBirthAbbreviation: field.string(place),
    cityOfBirth: field.string(place),
    publicSchoolResidenceStatus: field.string(place),
  },
  school: [{ kind: 'record', entity: 'users' }],
});
