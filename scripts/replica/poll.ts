import type { HubRequests } from './hub-requests.ts';
import type { Change, ReplicaFile, ReplicaState } from './replica-file.ts';
import { type Publication, type RosterRecord, walk } from './walk.ts';

/** How to poll. */
export interface PollOptions {
  readonly collections: readonly string[];
  readonly pageSize: number;
  /** Fetch everything, whatever T is. */
  readonly isFull: boolean;
  /** Days after which T is not used any more. The hub keeps tombstones for 400, or for as long as its board says. */
  readonly deltaDaysMax: number;
  /** Share of a collection's active records, 0 to 1, that may disappear in one poll. */
  readonly shrinkMax: number;
  readonly say: (text: string) => void;
}

/** So few may always go: three of ten courses are a share, but no accident. */
const shrinkFree = 10;
/** Publications that land while collections are read are caught up with; a hub that never rests is left behind. */
const roundsMax = 10;

/** The roster would shrink more than was allowed. Nothing was applied. */
export class ShrinkingRoster extends Error {
  constructor(lines: readonly string[]) {
    super(
      [
        '名簿が大きく減るので、反映しませんでした / the roster would shrink too much; nothing was applied:',
        ...lines,
        '正しい変更なら --accept-shrink を付けて実行してください / if this is right, run again with --accept-shrink',
      ].join('\n'),
    );
    this.name = 'ShrinkingRoster';
  }
}

/** The hub shows an older roster than the replica: its database was restored, or it is another hub. */
class HubWentBack extends Error {}

/** 0 before the first publication. */
const idOf = (publication: Publication | undefined): number => publication?.id ?? 0;

function expectNotBefore(reached: Publication | undefined, from: Publication | undefined): void {
  if (from === undefined) return;
  const isSame = reached?.id === from.id && reached.publishedAt === from.publishedAt;
  const isLater = reached !== undefined && reached.id > from.id && reached.publishedAt > from.publishedAt;
  if (!isSame && !isLater) throw new HubWentBack();
}

/**
 * Stages what changed since `start` in all collections, until all of them show one publication, so that references
 * between them resolve. Returns that one; an older one if publications came too fast, and then the next delta fetches
 * some records twice. Undefined while nothing has ever been published.
 */
async function fetchAll(
  hub: HubRequests,
  file: ReplicaFile,
  start: Publication | undefined,
  { collections, pageSize, say }: PollOptions,
): Promise<Publication | undefined> {
  const reachedBy = new Map(collections.map((collection) => [collection, start]));
  // Not known yet, so the first collection is asked in any case: its answer tells whether there is anything new.
  let newestId = -1;
  for (let round = 1; round <= roundsMax; round += 1) {
    for (const [collection, from] of reachedBy) {
      if (idOf(from) === newestId) continue;
      const onPage = (records: readonly RosterRecord[]) => file.stage(collection, records);
      const since = from?.publishedAt;
      const reached = await walk(hub, { collection, since, pageSize, onPage, say });
      expectNotBefore(reached, from);
      reachedBy.set(collection, reached);
      newestId = idOf(reached);
    }
    if ([...reachedBy.values()].every((reached) => idOf(reached) === newestId)) break;
  }
  return [...reachedBy.values()].reduce((oldest, one) => (idOf(one) < idOf(oldest) ? one : oldest));
}

/** Where the delta begins; undefined when everything has to be fetched. */
function startOf(
  state: ReplicaState | undefined,
  scope: string,
  { isFull, deltaDaysMax, say }: PollOptions,
): Publication | undefined {
  if (state === undefined || isFull) return undefined;
  if (state.scope !== scope) {
    say('URL または項目が前回と違います / another address or other collections than last time');
    return undefined;
  }
  const days = (Date.now() - Date.parse(state.publication.publishedAt)) / 86_400_000;
  if (days <= deltaDaysMax) return state.publication;
  say(`T が ${deltaDaysMax} 日より前です / T is older than ${deltaDaysMax} days`);
  return undefined;
}

const count = (value: number) => value.toLocaleString('en');

/** Throws a `ShrinkingRoster` that names every collection that would lose too much. */
function expectNoShrinking(changes: readonly Change[], shrinkMax: number): void {
  const shrinking = changes.filter(
    ({ deleted, before }) => deleted > shrinkFree && deleted > before * shrinkMax,
  );
  if (shrinking.length === 0) return;
  throw new ShrinkingRoster(
    shrinking.map(({ collection, deleted, before }) => {
      const [lost, all] = [count(deleted), count(before)];
      return `  ${collection}: ${all} 件のうち ${lost} 件 / ${lost} of ${all} records`;
    }),
  );
}

function tell(changes: readonly Change[], publication: Publication, say: (text: string) => void): void {
  for (const { collection, added, changed, deleted, returned } of changes) {
    say(
      `  ${collection.padEnd(18)}追加 / added ${count(added)}  変更 / changed ${count(changed)}  ` +
        `削除 / deleted ${count(deleted)}  復帰 / returned ${count(returned)}`,
    );
  }
  say(`反映しました / applied: T = ${publication.publishedAt} (publication ${publication.id})`);
}

/**
 * Brings the replica to the roster that the hub shows now: a delta from the stored T, or everything when there is none
 * that can be used. Until the last page of the last collection has been read, and then all at once, nothing of it is
 * visible. Throws `HubFault` or `ShrinkingRoster`, and leaves the replica and its T as they were.
 */
export async function poll(hub: HubRequests, file: ReplicaFile, options: PollOptions): Promise<void> {
  const { collections, shrinkMax, say } = options;
  const scope = `${hub.base} ${collections.join(',')}`;
  file.begin();
  try {
    let start = startOf(file.state, scope, options);
    say(start === undefined ? '全件取得 / full pull' : `差分 / delta: T = ${start.publishedAt}`);
    let reached: Publication | undefined;
    try {
      reached = await fetchAll(hub, file, start, options);
    } catch (error) {
      if (!(error instanceof HubWentBack)) throw error;
      say('ハブの名簿が T より前です。全件を取り直します / the hub is behind T: full pull');
      start = undefined;
      file.rollback();
      file.begin();
      reached = await fetchAll(hub, file, start, options);
    }
    if (reached === undefined) {
      say('ハブにはまだ名簿がありません / nothing has been published yet');
    } else if (reached.id === start?.id) {
      say('変更はありません / nothing new');
    } else {
      const changes = file.judge(start === undefined);
      expectNoShrinking(changes, shrinkMax);
      file.commit({ scope, publication: reached });
      tell(changes, reached, say);
    }
  } finally {
    file.rollback();
  }
}
