import { setTimeout as sleep } from 'node:timers/promises';

/** What the demo looks at in `GET /csv/import/{id}`. */
export interface ImportView {
  readonly id: string;
  readonly state: string;
  readonly progress: { readonly step: string; readonly percent: number; readonly secondsLeft: number | null };
  readonly files: Readonly<
    Record<string, Readonly<Record<'rows' | 'created' | 'updated' | 'unchanged' | 'deleted', number>>>
  >;
  readonly issues: { readonly errors: number; readonly warnings: number };
  readonly publication: { readonly id: number; readonly publishedAt: string } | null;
}

export interface IssueView {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly level: string;
  readonly message: { readonly ja: string };
  readonly expected: { readonly ja: string };
}

export interface RecordView {
  readonly sourcedId: string;
  readonly status: string;
}

const service = '/ims/oneroster/rostering/v1p2';
const pollMs = 150;

/** A step of the import in words. */
const steps: Readonly<Record<string, string>> = {
  waiting: '順番待ち',
  inspect: 'ZIP の確認',
  stage: '読み込み',
  check: '整合性の確認',
  diff: '差分の計算',
  publish: '反映',
  done: '完了',
};

function drawBar(view: ImportView): void {
  const { step, percent, secondsLeft } = view.progress;
  const width = 30;
  const filled = Math.round((percent / 100) * width);
  const left = secondsLeft === null || secondsLeft === 0 ? '' : ` 残り約 ${secondsLeft} 秒`;
  const line = `  [${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${String(percent).padStart(3)} %  ${steps[step] ?? step}${left}`;
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[2K${line}`);
  else if (percent === 100) process.stdout.write(`${line}\n`);
}

/** Sends again, when the hub says so, what it has counted as too many. */
async function ask(address: string, init: RequestInit): Promise<Response> {
  for (;;) {
    const response = await fetch(address, init);
    if (response.status !== 429) return response;
    await sleep(Number(response.headers.get('retry-after') ?? 1) * 1_000);
  }
}

async function json<Body>(response: Response): Promise<Body> {
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${await response.text()}`);
  return JSON.parse(await response.text());
}

/** Uploads a zip as a browser or curl would, shows a bar, and returns the finished import. */
export async function upload(url: string, key: string, zip: Buffer, name: string): Promise<ImportView> {
  const headers = { authorization: `Bearer ${key}` };
  const form = new FormData();
  form.set('force', 'true');
  form.set('file', new Blob([new Uint8Array(zip)]), name);
  const started = await json<{ id: string }>(
    await ask(`${url}/csv/import`, { method: 'POST', headers, body: form }),
  );
  for (;;) {
    const view = await json<ImportView>(await ask(`${url}/csv/import/${started.id}`, { headers }));
    drawBar(view);
    if (!['queued', 'running'].includes(view.state)) {
      if (process.stdout.isTTY) process.stdout.write('\n');
      return view;
    }
    await sleep(pollMs);
  }
}

export async function issuesOf(
  url: string,
  key: string,
  id: string,
): Promise<{ issues: readonly IssueView[]; total: number }> {
  const headers = { authorization: `Bearer ${key}` };
  return json(await ask(`${url}/csv/import/${id}/issues?limit=1000`, { headers }));
}

/** Follows `next` to the end of a collection. */
export async function walk(
  url: string,
  key: string,
  collection: string,
  filter?: string,
): Promise<{ records: readonly RecordView[]; stamp: string; total: number }> {
  const records: RecordView[] = [];
  let stamp = '';
  let total = 0;
  const query = filter === undefined ? '' : `&filter=${encodeURIComponent(filter)}`;
  let address: string | undefined = `${url}${service}/${collection}?limit=1000${query}`;
  while (address !== undefined) {
    const response: Response = await ask(address, { headers: { authorization: `Bearer ${key}` } });
    const body = await json<Record<string, RecordView[]>>(response);
    records.push(...(Object.values(body)[0] ?? []));
    if (stamp === '') {
      stamp = response.headers.get('x-published-at') ?? '';
      total = Number(response.headers.get('x-total-count'));
    }
    address = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
  }
  return { records, stamp, total };
}
