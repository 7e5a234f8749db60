import type { ChainEnd } from '../../store/audit-chain.ts';

/** What a row says that stands for rows that were dropped: where they ended. Its own hash vouches for it. */
export function writeDropDetail({ seq, hash }: ChainEnd): string {
  return JSON.stringify({ through: seq, hash: hash.toString('hex') });
}

const pattern = /^\{"through":(\d{1,15}),"hash":"([0-9a-f]{64})"\}$/;

/** Undefined for a text that is none. */
export function parseDropDetail(text: string | null): ChainEnd | undefined {
  const [, through, hash] = pattern.exec(text ?? '') ?? [];
  if (through === undefined || hash === undefined) return undefined;
  return { seq: Number(through), hash: Buffer.from(hash, 'hex') };
}
