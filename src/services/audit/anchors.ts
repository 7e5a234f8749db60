import { appendFile, readFile } from 'node:fs/promises';
import type { ChainEnd } from '../../store/audit-chain.ts';

/** `1234:9f…`, as it stands in the log and on command lines. */
const pattern = /^(\d{1,15}):([0-9a-f]{64})$/;

export function anchorText({ seq, hash }: ChainEnd): string {
  return `${seq}:${hash.toString('hex')}`;
}

/** Undefined for a text that is none. */
export function parseAnchor(text: string): ChainEnd | undefined {
  const [, seq, hash] = pattern.exec(text.trim()) ?? [];
  if (seq === undefined || hash === undefined) return undefined;
  return { seq: Number(seq), hash: Buffer.from(hash, 'hex') };
}

/** Adds a line to the file: instant and end of the chain. Nothing that stands there is touched. */
export async function writeAnchor(path: string, at: Date, end: ChainEnd): Promise<void> {
  await appendFile(path, `${at.toISOString()} ${anchorText(end)}\n`, { mode: 0o600 });
}

/** All ends that the file has. Throws when it cannot be read or has a line of another kind. */
export async function readAnchors(path: string): Promise<ChainEnd[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, index) => {
    const anchor = parseAnchor(line.split(' ').at(-1) ?? '');
    if (anchor === undefined) throw new AnchorError(index + 1);
    return anchor;
  });
}

/** A line of the file that nobody can have written with `writeAnchor`. */
export class AnchorError extends Error {
  readonly line: number;

  constructor(line: number) {
    super(`line ${line} is no end of the chain`);
    this.name = 'AnchorError';
    this.line = line;
  }
}
