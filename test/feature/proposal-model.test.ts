import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { zipFiles } from '../../scripts/board/zip-files.ts';
import type { ImportView, OneRosterRecord } from '../support/hub-client.ts';
import { type Command, limit, type Names, ProposalModel } from '../support/proposal-model.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';
import { manifestText, tableText } from '../support/text-bundle.ts';

const sources = ['shougakkou', 'chuugakkou'];
/** Ids of each source, and some that both may send. */
const idsOf = (source: number) => [...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((n) => `org-${source}-${n}`), 'both-0'];

const rows = (source: number) =>
  fc
    .dictionary(fc.constantFrom(...idsOf(source)), fc.constantFrom('あ', 'い', 'う'), { maxKeys: 10 })
    .map((names): Names => new Map(Object.entries(names)));
const source = fc.nat(1);
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 5,
    arbitrary: source.chain((one) =>
      fc.record({
        kind: fc.constant('bulk' as const),
        source: fc.constant(one),
        rows: rows(one),
        dryRun: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
      }),
    ),
  },
  {
    weight: 4,
    arbitrary: source.chain((one) =>
      fc.record({
        kind: fc.constant('delta' as const),
        source: fc.constant(one),
        rows: rows(one),
        gone: fc.array(fc.nat(20), { maxLength: 5 }),
      }),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('publish' as const, 'approve' as const, 'discard' as const),
      waiting: fc.nat(20),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), publication: fc.nat(20) }) },
);

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.stop());

const header = 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId';
const stamp = '2026-04-01T00:00:00.000Z';

function bundle(mode: 'bulk' | 'delta', names: Names, gone: Iterable<string> = []): Promise<Buffer> {
  const state = mode === 'delta' ? ['active', stamp] : ['', ''];
  const lines = [...names].map(([id, name]) => [id, ...state, name, 'school', '', '']);
  const deletions = [...gone].map((id) => [id, 'tobedeleted', stamp, '-', 'school', '', '']);
  const manifest = manifestText('orgs.csv').replace('"file.orgs","bulk"', `"file.orgs","${mode}"`);
  return zipFiles([
    { name: 'manifest.csv', content: manifest },
    { name: 'orgs.csv', content: tableText(header, [...lines, ...deletions]) },
  ]);
}

/** One run on sources of its own in the same hub, beside what earlier runs have left. */
class Run {
  readonly model = new ProposalModel();
  /** Ids of imports that wait, as in the model. */
  readonly waiting: string[] = [];
  /** The hub's publication numbers of the model's. */
  readonly publications: number[] = [];
  readonly #prefix: string;

  constructor(number: number) {
    this.#prefix = `run-${number}-`;
  }

  name = (one: number) => `${this.#prefix}${sources[one]}`;
  own = (names: Names): Names => new Map([...names].map(([id, name]) => [this.#prefix + id, name]));

  async prepare(): Promise<void> {
    for (const one of [0, 1]) {
      const response = await fetch(`${hub.client.url}/admin/sources/${this.name(one)}`, {
        method: 'PATCH',
        headers: { authorization: `Bearer ${hub.client.key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ profile: 'base-1.2.1', thresholds: { deletions: limit } }),
      });
      expect(response.status).toBe(200);
    }
  }

  /** The hub and the model do the same, and say the same of it. */
  async step(command: Command): Promise<void> {
    if (command.kind === 'bulk' || command.kind === 'delta') {
      const view = await this.#send(command);
      this.#keep(view);
      return;
    }
    if (command.kind === 'undo') {
      if (this.model.publications === 0) return;
      const publication = (command.publication % this.model.publications) + 1;
      const number = this.publications[publication - 1];
      const response = await hub.client.post(`/publications/${number}/undo`);
      expect(response.status).toBe(202);
      const view = await hub.client.finished(JSON.parse(await response.text()).id);
      expect([view.state, view.proposal?.reasons]).toEqual([this.model.undo(publication), expect.anything()]);
      this.#keep(view);
      return;
    }
    if (this.model.waiting === 0) return;
    const index = command.waiting % this.model.waiting;
    const id = this.waiting[index] ?? '';
    const response = await hub.client.post(`/csv/import/${id}/${command.kind}`, { reason: '確認した' });
    const wanted = this.model.decide(command.kind, index);
    if (wanted === '409') {
      expect(response.status).toBe(409);
      return;
    }
    expect(response.status).toBe(200);
    const view = await hub.client.finished(id);
    expect(view.state).toBe(wanted);
    if (wanted !== 'held') this.waiting.splice(index, 1);
    if (view.publication !== null) this.publications.push(view.publication.id);
  }

  async #send(command: Extract<Command, { kind: 'bulk' | 'delta' }>): Promise<ImportView> {
    const { source: one, rows: names } = command;
    if (command.kind === 'bulk') {
      const { dryRun } = command;
      const zip = await bundle('bulk', this.own(names));
      const view = await hub.client.judgeZip(zip, this.name(one), { dryRun: String(dryRun) });
      expect(view.state).toBe(this.model.bulk(one, names, dryRun));
      return view;
    }
    const there = [...(this.model.now[one] ?? [])].map(([id]) => id).filter((id) => !names.has(id));
    const gone = new Set(command.gone.flatMap((at) => there[at % Math.max(there.length, 1)] ?? []));
    const leaving = [...gone].map((id) => this.#prefix + id);
    const view = await hub.client.judgeZip(await bundle('delta', this.own(names), leaving), this.name(one));
    expect(view.state).toBe(this.model.delta(one, names, gone));
    return view;
  }

  #keep(view: ImportView): void {
    if (view.state === 'checked' || view.state === 'held') this.waiting.push(view.id);
    if (view.publication !== null) this.publications.push(view.publication.id);
  }

  async expectRoster(replica: Map<string, OneRosterRecord>): Promise<void> {
    const { records } = await hub.client.walk('orgs', 'limit=1000');
    const mine = (all: Iterable<OneRosterRecord>) =>
      [...all]
        .filter(({ sourcedId, status }) => sourcedId.startsWith(this.#prefix) && status === 'active')
        .map(({ sourcedId, name }) => [sourcedId, name])
        .sort();
    const wanted = [...this.own(this.model.roster)].sort();
    expect(mine(records)).toEqual(wanted);
    expect(mine(replica.values())).toEqual(wanted);
  }
}

test('bulk, delta, approve, discard, publish and undo in any order end in the roster of a plain model, and so does a replica', {
  timeout: 240_000,
}, async () => {
  const seed = Number(process.env.SEED ?? 20261125);
  const replica = new Map<string, OneRosterRecord>();
  let since = '2000-01-01T00:00:00.000Z';
  let number = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 6, maxLength: 14 }), async (commands) => {
      number += 1;
      const run = new Run(number);
      await run.prepare();
      for (const one of commands) {
        await run.step(one);
        const { records, stamp: next } = await hub.client.delta('orgs', since);
        for (const record of records) replica.set(record.sourcedId, record);
        since = next ?? since;
        await run.expectRoster(replica);
      }
    }),
    { seed, numRuns: Number(process.env.PROPOSAL_RUNS ?? 6), endOnFailure: true },
  );
});
