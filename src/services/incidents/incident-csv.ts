import { reportLine, reportMark } from '../../csv/report.ts';
import { collectionTexts } from '../../model/collection-texts.ts';
import {
  type AffectedPerson,
  type Exposure,
  type Incident,
  type IncidentContext,
  streamAffected,
} from './read-incident.ts';

/** As people read them. */
const exposureTexts: Readonly<Record<Exposure, string>> = {
  read: '読まれた（確実） read',
  possible: '読まれた可能性 possibly read',
  could: '読めた（記録なし） could be read',
};

const header = ['ID sourcedId', '氏名 name', '学校 ID school', '学校名 school name', '判定 exposure'];

function personLine(person: AffectedPerson, collections: readonly string[]): string {
  const { sourcedId, name, school, schoolName, exposure, by } = person;
  const each = collections.map((one) => {
    const how = by[one];
    return how === undefined ? '' : exposureTexts[how];
  });
  return reportLine([sourcedId, name, school ?? '', schoolName ?? '', exposureTexts[exposure], ...each]);
}

/** Everybody whom the client could read, for Excel, as pieces of text: a line for each person. */
export async function* incidentCsvTexts(ctx: IncidentContext, incident: Incident): AsyncGenerator<string> {
  const collections = incident.collections.map(({ entity }) => entity.name);
  const titles = collections.map((name) => `${collectionTexts(name).ja} ${name}`);
  yield reportMark + reportLine([...header, ...titles]);
  for await (const batch of streamAffected(ctx, incident)) {
    yield batch.map((person) => personLine(person, collections)).join('');
  }
}
