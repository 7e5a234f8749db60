import type { HubClient } from './hub-client.ts';

/** A record of `GET /admin/persons/{sourcedId}`, as tests look at it. */
export interface PersonRecordView {
  readonly file: string;
  readonly sourcedId: string;
  readonly status: string;
  readonly source: string;
  readonly from: number;
  readonly until: number | null;
  readonly fields: { column: string; label: string; value: string }[];
}

export interface ReadView {
  readonly actor: { kind: string; id: string | null; name: string | null };
  readonly action: string;
  readonly entity: string;
  readonly first: string;
  readonly last: string;
  readonly count: number;
  readonly mayRead: { file: string; columns: string[] }[];
}

export interface CorrectionView {
  readonly person: string;
  readonly entity: string;
  readonly field: string;
  readonly value: string;
  readonly reason: string;
  readonly madeBy: string;
  readonly publication: number;
  readonly state: string;
  readonly settledAt: string | null;
}

export interface PersonView {
  readonly sourcedId: string;
  readonly current: PersonRecordView[];
  readonly earlier: PersonRecordView[];
  readonly publications: {
    id: number;
    kind: string;
    import: string | null;
    fileName: string | null;
    sentBy: string;
  }[];
  readonly namedBy: { entity: string; column: string; sourcedId: string }[];
  readonly corrections: CorrectionView[];
  readonly files: { uploads: { id: string; name: string; until: string }[]; exports: { id: string }[] };
  readonly issues: { import: string; code: string }[];
  readonly recipients: { named: ReadView[]; lists: ReadView[] };
}

/** JSON of an answer that must be well. */
export async function readJson<View>(client: HubClient, path: string): Promise<View> {
  const response = await client.get(path);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text}`);
  return JSON.parse(text);
}

export const personPath = (sourcedId: string) => `/admin/persons/${encodeURIComponent(sourcedId)}`;

/** Everything that is held on a person. */
export function readPerson(client: HubClient, sourcedId: string): Promise<PersonView> {
  return readJson(client, personPath(sourcedId));
}

/** Code of an answer that says no. */
export async function refusalOf(response: Response): Promise<[number, string]> {
  return [response.status, JSON.parse(await response.text()).error.code];
}
