/** The result, as `--json` prints it. Other programs rely on these names. */
export interface BenchResult {
  readonly people: number;
  readonly import: { readonly s: number; readonly copyS: number; readonly ratio: number };
  readonly rules: { readonly ratio: number };
  readonly reimport: { readonly ratio: number; readonly rowsTouched: number };
  readonly preview: { readonly ratio: number };
  readonly deepPage: { readonly ratio: number };
  readonly offsetPage: { readonly ratio: number };
  readonly pages: { readonly ratio: number };
  readonly delta: { readonly ratio: number; readonly users: number };
  readonly busyRead: { readonly ratio: number };
  readonly junkKeys: { readonly ratio: number };
  readonly export: { readonly ratio: number; readonly firstRatio: number; readonly rssMiB: number | null };
  readonly rssMiB: number;
}

/** Everything measured: seconds, milliseconds, pages per second, MiB. */
export interface Figures {
  readonly people: number;
  readonly rows: number;
  readonly imports: {
    s: number;
    copyS: number;
    plainS: number;
    reimportS: number;
    previewS: number;
    rowsTouched: number;
  };
  readonly depth: { firstMs: number; deepMs: number; offsetMs: number };
  readonly pages: { hub: number; memory: number };
  readonly delta: { deltaMs: number; pageMs: number; users: number };
  readonly exports: { s: number; firstS: number; copyS: number; rssMiB: number | undefined };
  readonly reads: { idleMs: number; busyMs: number };
  readonly junk: { aloneMs: number; besideJunkMs: number };
  readonly rssMiB: number;
}

/** For 200,000 people on 2 processors. */
const targets = {
  import: 1.5,
  rules: 1.25,
  reimport: 0.5,
  rowsTouched: 0,
  preview: 1.3,
  deepPage: 1.2,
  delta: 1.5,
  busyRead: 3,
  junkKeys: 3,
  exportRssMiB: 250,
  rssMiB: 350,
} as const;

const rounded = (value: number) => Math.round(value * 1_000) / 1_000;

/** Pages a second must be at least this share of what memory gives. */
const pagesLeast = 0.3;
/** An export must have at least this share of COPY's speed. */
const exportLeast = 0.4;

export function toResult(figures: Figures): BenchResult {
  const { people, imports, depth, pages, delta, exports, reads, junk, rssMiB } = figures;
  const { s, copyS, plainS, reimportS, previewS, rowsTouched } = imports;
  return {
    people,
    import: { s: rounded(s), copyS: rounded(copyS), ratio: rounded(s / copyS) },
    rules: { ratio: rounded(s / plainS) },
    reimport: { ratio: rounded(reimportS / s), rowsTouched },
    preview: { ratio: rounded(previewS / reimportS) },
    deepPage: { ratio: rounded(depth.deepMs / depth.firstMs) },
    offsetPage: { ratio: rounded(depth.offsetMs / depth.firstMs) },
    pages: { ratio: rounded(pages.hub / pages.memory) },
    delta: { ratio: rounded(delta.deltaMs / delta.pageMs), users: delta.users },
    busyRead: { ratio: rounded(reads.busyMs / reads.idleMs) },
    junkKeys: { ratio: rounded(junk.besideJunkMs / junk.aloneMs) },
    export: {
      ratio: rounded(exports.copyS / exports.s),
      firstRatio: rounded(exports.copyS / exports.firstS),
      rssMiB: exports.rssMiB === undefined ? null : Math.ceil(exports.rssMiB),
    },
    rssMiB: Math.ceil(rssMiB),
  };
}

/** A line of the table. */
export interface Measure {
  readonly name: string;
  readonly value: string;
  readonly against: string;
  /** What a target is set for. */
  readonly found: string;
  readonly target: string;
  /** Undefined when there is no target. */
  readonly reached: boolean | undefined;
}

export function measuresOf(figures: Figures): Measure[] {
  const { imports, depth, pages, delta, exports, reads, junk } = figures;
  const result = toResult(figures);
  const seconds = (value: number) => `${value.toFixed(1)} s`;
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  const rate = (value: number) => `${value.toFixed(0)} /s`;
  const ratio = (value: number) => value.toFixed(2);
  const below = (value: number, most: number) => ({ target: `≤ ${most}`, reached: value <= most });
  const open = { target: '', reached: undefined };
  return [
    {
      name: '取り込み / import',
      value: seconds(imports.s),
      against: `${seconds(imports.copyS)} COPY`,
      found: ratio(result.import.ratio),
      ...below(result.import.ratio, targets.import),
    },
    {
      name: '　すべての規則で / with all rules',
      value: seconds(imports.s),
      against: `${seconds(imports.plainS)} fewer rules`,
      found: ratio(result.rules.ratio),
      ...below(result.rules.ratio, targets.rules),
    },
    {
      name: '同じファイルの再取り込み / unchanged re-import',
      value: seconds(imports.reimportS),
      against: `${seconds(imports.s)} import`,
      found: ratio(result.reimport.ratio),
      ...below(result.reimport.ratio, targets.reimport),
    },
    {
      name: '　書き換えた行 / rows it touched',
      value: String(imports.rowsTouched),
      against: '',
      found: '',
      ...below(imports.rowsTouched, targets.rowsTouched),
    },
    {
      name: '1 % 変わるファイルの確認 / preview of a 1 % change',
      value: seconds(imports.previewS),
      against: `${seconds(imports.reimportS)} re-import`,
      found: ratio(result.preview.ratio),
      ...below(result.preview.ratio, targets.preview),
    },
    {
      name: '90 % のページ（next） / page at 90 % by next',
      value: ms(depth.deepMs),
      against: `${ms(depth.firstMs)} first page`,
      found: ratio(result.deepPage.ratio),
      ...below(result.deepPage.ratio, targets.deepPage),
    },
    {
      name: '90 % のページ（offset） / page at 90 % by offset',
      value: ms(depth.offsetMs),
      against: `${ms(depth.firstMs)} first page`,
      found: ratio(result.offsetPage.ratio),
      ...open,
    },
    {
      name: '100 人のページ、8 接続 / pages of 100, 8 connections',
      value: rate(pages.hub),
      against: `${rate(pages.memory)} from memory`,
      found: ratio(result.pages.ratio),
      target: `≥ ${pagesLeast}`,
      reached: result.pages.ratio >= pagesLeast,
    },
    {
      name: `${delta.users} 人の差分 / delta of ${delta.users} users`,
      value: ms(delta.deltaMs),
      against: `${ms(delta.pageMs)} page of 100`,
      found: ratio(result.delta.ratio),
      ...below(result.delta.ratio, targets.delta),
    },
    {
      name: '名簿の書き出し（ZIP） / export of the roster, zipped',
      value: seconds(exports.s),
      against: `${seconds(exports.copyS)} COPY TO`,
      found: ratio(result.export.ratio),
      target: `≥ ${exportLeast}`,
      reached: result.export.ratio >= exportLeast,
    },
    {
      name: '　起動後の最初の 1 回 / the first since the hub started',
      value: seconds(exports.firstS),
      against: `${seconds(exports.copyS)} COPY TO`,
      found: ratio(result.export.firstRatio),
      ...open,
    },
    {
      name: '　その間のメモリー / memory meanwhile',
      value: result.export.rssMiB === null ? '?' : `${result.export.rssMiB} MiB`,
      against: '',
      found: '',
      ...(result.export.rssMiB === null ? open : below(result.export.rssMiB, targets.exportRssMiB)),
    },
    {
      name: '取り込み中の 1 件取得 p95 / single GET during an import, p95',
      value: ms(reads.busyMs),
      against: `${ms(reads.idleMs)} idle`,
      found: ratio(result.busyRead.ratio),
      ...below(result.busyRead.ratio, targets.busyRead),
    },
    {
      name: '500 回/秒の 1 件取得 p95、でたらめなキー 500 回/秒のそばで / single GETs beside as many junk keys, p95',
      value: ms(junk.besideJunkMs),
      against: `${ms(junk.aloneMs)} alone`,
      found: ratio(result.junkKeys.ratio),
      ...below(result.junkKeys.ratio, targets.junkKeys),
    },
    {
      name: 'ハブの最大メモリー / peak memory of the hub',
      value: `${result.rssMiB} MiB`,
      against: '',
      found: '',
      ...below(result.rssMiB, targets.rssMiB),
    },
  ];
}
