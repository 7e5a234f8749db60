import { reportedPersonsMin } from '../../model/breach.ts';
import {
  type Exposure,
  exposures,
  type Incident,
  type IncidentContext,
  streamAffected,
} from './read-incident.ts';

/** People by how certain it is that they were read. The three do not overlap. */
export type ExposureCounts = Readonly<Record<Exposure, number>>;

/** People of one school. */
export interface SchoolExposure extends ExposureCounts {
  /** Null for those who belong to none. */
  readonly sourcedId: string | null;
  readonly name: string | null;
}

/** Numbers of an incident. */
export interface IncidentFigures {
  readonly persons: ExposureCounts;
  /** By collection; a person is in as many as have records of the person. */
  readonly byCollection: Readonly<Record<string, ExposureCounts>>;
  /** Those with most people first. */
  readonly bySchool: readonly SchoolExposure[];
  /** People whom the client named, and of whom nothing is left here: they were erased since. */
  readonly gone: number;
  /** More than a hundred were read, or may have been: a public body reports it. */
  readonly overThreshold: boolean;
}

const none = (): Record<Exposure, number> =>
  Object.fromEntries(exposures.map((name) => [name, 0])) as Record<Exposure, number>;

/** Reads everybody once and counts. Schools are as many as there are; people are not kept. */
export async function summariseIncident(ctx: IncidentContext, incident: Incident): Promise<IncidentFigures> {
  const persons = none();
  let known = 0;
  const byCollection: Record<string, Record<Exposure, number>> = {};
  const schools = new Map<string | null, { name: string | null; counts: Record<Exposure, number> }>();
  for (const { entity } of incident.collections) byCollection[entity.name] = none();
  for await (const batch of streamAffected(ctx, incident)) {
    for (const { exposure, by, school, schoolName, named } of batch) {
      persons[exposure] += 1;
      if (named) known += 1;
      for (const [collection, how] of Object.entries(by)) {
        const counts = byCollection[collection];
        if (counts !== undefined) counts[how] += 1;
      }
      const counted = schools.get(school) ?? { name: schoolName, counts: none() };
      counted.counts[exposure] += 1;
      schools.set(school, counted);
    }
  }
  const gone = Math.max(incident.named.size - known, 0);
  const total = (counts: ExposureCounts) => exposures.reduce((sum, one) => sum + counts[one], 0);
  return {
    persons,
    byCollection,
    bySchool: [...schools]
      .map(([sourcedId, { name, counts }]) => ({ sourcedId, name, ...counts }))
      .toSorted(
        (one, other) => total(other) - total(one) || ((one.name ?? '') < (other.name ?? '') ? -1 : 1),
      ),
    gone,
    overThreshold: persons.read + persons.possible + gone >= reportedPersonsMin,
  };
}
