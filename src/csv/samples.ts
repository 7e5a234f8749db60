import { excerpt } from '../model/issue.ts';
import { UnreadableFile } from './decode.ts';
import { findDelimiter } from './dialect.ts';
import type { Encoding } from './encoding.ts';
import { followedBy, readHead } from './head.ts';
import type { KnownColumns } from './known-columns.ts';
import { readRecords } from './records.ts';

const samplesMax = 3;
/** Characters shown of a personal column. */
const charactersMax = 8;
/** Values of a column that are kept, so that characters are not shown in the order of one of them. */
const valuesMax = 200;
/** Rows with such text that are looked at: enough for every column that is used at all. */
const rowsMax = 1_000;

const beyondAscii = /[\u0080-\uffff]/;

/**
 * Three examples of what a file says when it is read in an encoding, so that a person can see that it was told
 * rightly: `name: 中央小学校 / title: 国語 / familyName: 佐 山 橋`. Of personal columns, and of those that are not known,
 * characters out of several values in the order of their code points: never a name. `-` when all is ASCII.
 */
export async function collectSamples(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Exclude<Encoding, 'unknown'>,
  columns: KnownColumns,
): Promise<string> {
  const found = new Map<string, Set<string>>();
  try {
    await collectValues(bytes, encoding, columns, found);
  } catch (error) {
    // Damage further on is told elsewhere; what was found before it is as good.
    if (!(error instanceof UnreadableFile)) throw error;
  }
  const open = [...found].filter(([header]) => columns.open.has(header));
  const values = [0, 1, 2].flatMap((place) =>
    open.flatMap(([header, all]) => {
      const value = [...all][place];
      return value === undefined ? [] : [`${header}: ${excerpt(value.replaceAll(/\s+/g, ' '))}`];
    }),
  );
  const characters = [...found].flatMap(([header, all]) => {
    if (columns.open.has(header)) return [];
    const some = scatteredCharacters([...all]);
    // A name that is not known is not repeated either: without a header line it would be a person's.
    return some === '' ? [] : [`${columns.names.has(header) ? header : '?'}: ${some}`];
  });
  return [...values, ...characters].slice(0, samplesMax).join(' / ') || '-';
}

async function collectValues(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Exclude<Encoding, 'unknown'>,
  columns: KnownColumns,
  found: Map<string, Set<string>>,
): Promise<void> {
  const texts = readLoosely(bytes, encoding);
  const head = await readHead(texts);
  const delimiter = findDelimiter(head.header, columns.names);
  const ignore = () => undefined;
  let header: readonly string[] | undefined;
  let rows = 0;
  for await (const { cells } of readRecords(followedBy(head.text, texts), '', ignore, delimiter)) {
    for (const record of cells) {
      if (header === undefined) header = record;
      else if (record.length === header.length && keepValues(record, header, found)) rows += 1;
    }
    if (rows >= rowsMax) return;
  }
}

/** True when the record has text beyond ASCII. */
function keepValues(
  record: readonly string[],
  header: readonly string[],
  found: Map<string, Set<string>>,
): boolean {
  let kept = false;
  for (const [index, cell] of record.entries()) {
    if (!beyondAscii.test(cell)) continue;
    kept = true;
    const name = header[index] ?? '';
    const values = found.get(name) ?? new Set();
    found.set(name, values);
    if (values.size < valuesMax) values.add(cell);
  }
  return kept;
}

/** `['髙橋', '佐藤', '山田']` -> '佐 田 髙': one character of each value, and none beside one that follows it in a value. */
function scatteredCharacters(values: readonly string[]): string {
  const written = values.map((value) => [...value].filter((character) => beyondAscii.test(character)));
  const taken = new Set<string>();
  for (const [index, characters] of written.entries()) {
    // A value of one character is a whole name.
    if (characters.length < 2 || taken.size === charactersMax) continue;
    const character = characters[index % characters.length] ?? '';
    taken.add(character);
  }
  const shown: string[] = [];
  const joined = written.map((characters) => characters.join(''));
  for (const character of [...taken].toSorted((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0))) {
    const pair = `${shown.at(-1) ?? ''}${character}`;
    if (shown.length === 0 || !joined.some((value) => value.includes(pair))) shown.push(character);
  }
  return shown.join(' ');
}

/** Text for a person to look at; what cannot be decoded is a replacement character. */
async function* readLoosely(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
}
