import { setTimeout as sleep } from 'node:timers/promises';
import { zipNameOf } from './zip-name.ts';

export interface ProposalView {
  basis: number;
  files: Record<
    string,
    {
      mode: string;
      before: number;
      added: number;
      changed: number;
      returning: number;
      leaving: number;
      unchanged: number;
    }
  >;
  reasons: {
    kind: string;
    file: string;
    school: { sourcedId: string; name: string } | null;
    count: number;
    of: number;
    erasures: string[];
    places: { file: string; lines: number[]; count: number }[];
    message: { ja: string; en: string };
  }[];
}

/** An import as `GET /csv/import/{id}` shows it, as far as tests look at it. */
export interface ImportView {
  id: string;
  state: string;
  source: string;
  mode: string | null;
  profile: string | null;
  progress: {
    step: string;
    percent: number;
    rowsDone: number;
    rowsTotal: number;
    secondsLeft: number | null;
  };
  files: Record<
    string,
    { rows: number; created: number; updated: number; unchanged: number; deleted: number; rejected: number }
  >;
  issues: { errors: number; warnings: number; byCode: Record<string, number> };
  proposal: ProposalView | null;
  decision: { kind: string; by: string; reason: string | null } | null;
  publication: { id: number; publishedAt: string } | null;
  failure: { code: string } | null;
}

export interface IssueView {
  seq: number;
  file: string;
  line: number;
  column: string;
  code: string;
  level: string;
  message: { ja: string; en: string };
  expected: { ja: string; en: string };
}

export interface OneRosterRecord {
  sourcedId: string;
  status: string;
  dateLastModified: string;
  [property: string]: unknown;
}

/** The import waits for a person, or for nothing any more. */
const endStates = ['checked', 'held', 'published', 'rejected', 'failed', 'discarded', 'cancelled'];
const service = '/ims/oneroster/rostering/v1p2';

/** What publishing did is what the proposal said, always. */
function expectPromised({ id, state, files, proposal }: ImportView): void {
  if (state !== 'published' || proposal === null) return;
  const done = Object.entries(files).map(([file, { created, updated, deleted, unchanged }]) =>
    [file, created, updated, deleted, unchanged].join(' '),
  );
  const promised = Object.entries(proposal.files).map(
    ([file, { added, changed, returning, leaving, unchanged }]) =>
      [file, added, changed + returning, leaving, unchanged].join(' '),
  );
  if (done.sort().join() !== promised.sort().join()) {
    throw new Error(`import ${id} did ${done.join(', ')} where it had proposed ${promised.join(', ')}`);
  }
}

/** A client of a running hub, the way other programs are. */
export class HubClient {
  readonly url: string;
  readonly key: string;

  constructor(url: string, key: string) {
    this.url = url;
    this.key = key;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    const address = path.startsWith('http') ? path : this.url + path;
    return fetch(address, { headers: { authorization: `Bearer ${this.key}`, ...headers } });
  }

  post(path: string, body: unknown = {}): Promise<Response> {
    return fetch(this.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  /** An import for every upload, the same bytes again too, unless told `force: 'false'`. */
  async upload(zip: Buffer, source?: string, fields: Record<string, string> = {}): Promise<Response> {
    const named = source === undefined ? {} : { source };
    return this.uploadAs(await zipNameOf(zip), zip, { force: 'true', ...fields, ...named });
  }

  /** Sends a file under a name, with these fields and headers and no others. */
  uploadAs(
    fileName: string,
    content: Buffer | string,
    fields: Record<string, string> = {},
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([new Uint8Array(Buffer.from(content))]), fileName);
    return fetch(`${this.url}/csv/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.key}`, ...headers },
      body: form,
    });
  }

  /** Uploads and returns the new import's id. */
  async send(zip: Buffer, source?: string, fields: Record<string, string> = {}): Promise<string> {
    const response = await this.upload(zip, source, fields);
    if (response.status !== 202) throw new Error(`upload: ${response.status} ${await response.text()}`);
    const body: { id: string } = JSON.parse(await response.text());
    return body.id;
  }

  async importOf(id: string): Promise<ImportView> {
    const response = await this.get(`/csv/import/${id}`);
    if (!response.ok) throw new Error(`import: ${response.status}`);
    return JSON.parse(await response.text());
  }

  /** Waits for an import's end. Passing failures of a hub that is restarting are waited out. */
  async finished(id: string, timeoutMs = 120_000): Promise<ImportView> {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      const found = await this.importOf(id).catch(() => undefined);
      if (found !== undefined && endStates.includes(found.state)) {
        expectPromised(found);
        return found;
      }
      if (performance.now() > deadline)
        throw new Error(`import ${id} is ${found?.state} after ${timeoutMs} ms`);
      await sleep(50);
    }
  }

  /** Waits for an import's end; what is held because it changes much is approved. */
  async settled(id: string): Promise<ImportView> {
    const view = await this.finished(id);
    if (view.state !== 'held') return view;
    const approved = await this.post(`/csv/import/${id}/approve`, { reason: 'so it is meant' });
    if (approved.status !== 200) throw new Error(`approve: ${approved.status} ${await approved.text()}`);
    return this.finished(id);
  }

  /** Uploads and waits for the end; what is held is approved. */
  async importZip(zip: Buffer, source?: string, fields: Record<string, string> = {}): Promise<ImportView> {
    return this.settled(await this.send(zip, source, fields));
  }

  /** Uploads and waits for the end, or until a person is asked. */
  async judgeZip(zip: Buffer, source?: string, fields: Record<string, string> = {}): Promise<ImportView> {
    return this.finished(await this.send(zip, source, fields));
  }

  async issuesOf(id: string): Promise<IssueView[]> {
    const response = await this.get(`/csv/import/${id}/issues?limit=1000`);
    const body: { issues: IssueView[] } = JSON.parse(await response.text());
    return body.issues;
  }

  /** Every record of a collection by following `next`. `stamp` is the publication stamp of the first page. */
  async walk(
    collection: string,
    query = '',
    onPage?: (page: number, records: readonly OneRosterRecord[]) => Promise<void> | void,
  ): Promise<{ records: OneRosterRecord[]; stamp: string | null; total: number }> {
    const records: OneRosterRecord[] = [];
    let stamp: string | null = null;
    let total = 0;
    let address: string | undefined = `${service}/${collection}${query === '' ? '' : `?${query}`}`;
    for (let page = 1; address !== undefined; page += 1) {
      const response: Response = await this.get(address);
      const text = await response.text();
      if (response.status !== 200) throw new Error(`${address}: ${response.status} ${text}`);
      const body: Record<string, OneRosterRecord[]> = JSON.parse(text);
      const shown = Object.values(body)[0] ?? [];
      records.push(...shown);
      if (page === 1) {
        stamp = response.headers.get('x-published-at');
        total = Number(response.headers.get('x-total-count'));
      }
      address = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
      await onPage?.(page, shown);
    }
    return { records, stamp, total };
  }

  /** Records modified after the stamp. */
  delta(collection: string, stamp: string, limit = 100) {
    const filter = encodeURIComponent(`dateLastModified>'${stamp}'`);
    return this.walk(collection, `limit=${limit}&filter=${filter}`);
  }
}
