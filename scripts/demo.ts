import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BoardOptions, boardFileName, planBoard } from './board/plan.ts';
import { boardBuffer } from './board/write-board.ts';
import { type ImportView, issuesOf, upload, walk } from './demo/client.ts';
import { expectedDelta } from './demo/expected-delta.ts';
import { type HubUnderDemo, startHub } from './demo/hub-under-demo.ts';

const collections = [
  'orgs',
  'academicSessions',
  'courses',
  'classes',
  'users',
  'enrollments',
  'demographics',
];

/** What the hub does must be what was asked for; anything else ends the demo with exit code 1. */
class DemoFailure extends Error {}

const say = (text = '') => process.stdout.write(`${text}\n`);
const heading = (text: string) => say(`\n■ ${text}`);

function expectState(view: ImportView, state: string): void {
  if (view.state !== state) throw new DemoFailure(`import ${view.id} is ${view.state}, not ${state}`);
}

function tellCounts(view: ImportView): void {
  say(`  ${'ファイル'.padEnd(20)}  行数      追加    変更  変更なし    削除`);
  for (const [file, counts] of Object.entries(view.files)) {
    const { rows, created, updated, unchanged, deleted } = counts;
    const cells = [rows, created, updated, unchanged, deleted].map((value) => String(value).padStart(8));
    say(`  ${file.padEnd(22)}${cells.join('')}`);
  }
}

async function tellRoster(hub: HubUnderDemo, key: string): Promise<Map<string, string>> {
  const stamps = new Map<string, string>();
  for (const collection of collections) {
    const { records, stamp, total } = await walk(hub.url, key, collection);
    if (records.length !== total) throw new DemoFailure(`${collection}: ${records.length} of ${total}`);
    stamps.set(collection, stamp);
    say(`  GET …/${collection.padEnd(18)} ${String(total).padStart(8)} 件`);
  }
  return stamps;
}

async function tellDelta(
  hub: HubUnderDemo,
  key: string,
  stamps: ReadonlyMap<string, string>,
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<void> {
  for (const collection of collections) {
    const filter = `dateLastModified>'${stamps.get(collection)}'`;
    const { records } = await walk(hub.url, key, collection, filter);
    const found = new Set(records.map((record) => record.sourcedId));
    const expected = wanted.get(collection) ?? new Set();
    const same = found.size === expected.size && found.isSubsetOf(expected);
    const gone = records.filter((record) => record.status === 'tobedeleted').length;
    say(
      `  ${same ? '✓' : '✗'} ${collection.padEnd(18)} 差分 ${String(found.size).padStart(5)} 件（うち削除 ${gone}）`,
    );
    if (!same)
      throw new DemoFailure(`${collection}: the delta has ${found.size} records, the files ${expected.size}`);
  }
}

async function tellIssues(hub: HubUnderDemo, key: string, view: ImportView): Promise<void> {
  const { issues, total } = await issuesOf(hub.url, key, view.id);
  for (const one of issues.slice(0, 8)) {
    const place = [one.file || 'ZIP', one.line ? `${one.line} 行目` : '', one.column]
      .filter(Boolean)
      .join(' ');
    say(`  [${one.code}] ${place}`);
    say(`      ${one.message.ja}`);
    say(`      → ${one.expected.ja}`);
  }
  if (total > 8) say(`  … ほか ${total - 8} 件（Excel で開ける一覧: GET /csv/import/${view.id}/issues.csv）`);
}

async function run(hub: HubUnderDemo, people: number): Promise<void> {
  const importer = await hub.createKey('デモの取り込み', 'importer');
  const reader = await hub.createKey('学習ツールA（デモ）', 'reader');

  heading(`架空の教育委員会（${people.toLocaleString('ja')} 人）の名簿を作り、ZIP を送ります`);
  const first = await boardBuffer({ people, seed: 1 });
  const nameOf = (options: BoardOptions) => boardFileName(planBoard(options));
  const published = await upload(hub.url, importer, first, nameOf({ people, seed: 1 }));
  expectState(published, 'published');
  tellCounts(published);

  heading('学習ツールの側から OneRoster REST で読みます');
  const stamps = await tellRoster(hub, reader);

  heading('翌週のファイル（1 % の変更）を送ります');
  const second = await boardBuffer({ people, seed: 1, change: 0.01 });
  const changed = await upload(hub.url, importer, second, nameOf({ people, seed: 1, change: 0.01 }));
  expectState(changed, 'published');
  tellCounts(changed);

  heading("差分の問い合わせ（filter=dateLastModified>'前回の時刻'）は、変わったものだけを返します");
  await tellDelta(hub, reader, stamps, await expectedDelta(first, second));

  heading('まちがいのあるファイルを送ります');
  const before = await walk(hub.url, reader, 'users');
  const refused = await upload(
    hub.url,
    importer,
    await boardBuffer({ people, seed: 1, broken: true }),
    nameOf({ people, seed: 1 }),
  );
  expectState(refused, 'rejected');
  say(`  受け付けませんでした: エラー ${refused.issues.errors} 件`);
  await tellIssues(hub, importer, refused);
  const after = await walk(hub.url, reader, 'users');
  if (JSON.stringify(after) !== JSON.stringify(before))
    throw new DemoFailure('a refused file changed the roster');
  say('  ✓ 公開中の名簿は変わっていません');

  heading('つぎに / Where to go next');
  say(`  ハブ / hub           ${hub.url}`);
  say(`  仕様と試用 / docs    ${hub.url}/docs`);
  say(`  仕様 / OpenAPI       ${hub.url}/openapi.json`);
  say(`  取り込み用キー       ${importer}`);
  say(`  読み取り用キー       ${reader}`);
  say('');
  say(
    `  curl -H 'Authorization: Bearer ${reader}' '${hub.url}/ims/oneroster/rostering/v1p2/students?limit=2'`,
  );
  say(`  curl -H 'Authorization: Bearer ${importer}' -F file=@board.zip ${hub.url}/csv/import`);
}

const { values } = parseArgs({
  options: { once: { type: 'boolean', default: false }, people: { type: 'string', default: '2000' } },
});
const people = Number(values.people);
if (!Number.isInteger(people) || people < 20) {
  process.stderr.write('--people: 20 以上の整数 / a whole number from 20\n');
  process.exit(2);
}

say('RosterHub を起動しています（自前の PostgreSQL 付き）… / starting RosterHub on its own PostgreSQL …');
const hub = await startHub(process.env.DATA_DIR || join('.data', 'demo')).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'failed'}\n`);
  process.exit(1);
});
const stopAndEnd = async (code: number) => {
  await hub.stop();
  process.exit(code);
};
process.on('SIGINT', () => void stopAndEnd(0));
process.on('SIGTERM', () => void stopAndEnd(0));
try {
  await run(hub, people);
} catch (error) {
  process.stderr.write(
    `\nデモは失敗しました / the demo failed: ${error instanceof Error ? error.message : ''}\n`,
  );
  await stopAndEnd(1);
}
if (values.once) await stopAndEnd(0);
say('\n止めるには Ctrl-C / Ctrl-C stops it');
await hub.ended;
