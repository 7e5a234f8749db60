import { openAsBlob } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchHub } from './hub-process.ts';

/** An import as it was seen from outside. */
export interface ImportRun {
  /** From the first byte of the upload until it was seen as published. */
  readonly seconds: number;
  /** Seconds by step, `upload` first, as far as polling saw them. */
  readonly steps: ReadonlyMap<string, number>;
  /** Records that it says to have created, updated or deleted. */
  readonly touched: number;
}

interface ImportView {
  readonly state: string;
  readonly progress: { readonly step: string } | null;
  readonly files: Readonly<Record<string, { created: number; updated: number; deleted: number }>> | null;
  readonly issues: unknown;
  readonly failure: unknown;
}

const pollMs = 50;
const over = ['rejected', 'failed', 'held', 'checked', 'published'];

/** Uploads a zip and waits until it is published, or looked at with a dry run; throws when it ends otherwise. */
export async function runImport(hub: BenchHub, zip: string, dryRun = false): Promise<ImportRun> {
  const headers = { authorization: `Bearer ${hub.key}` };
  const form = new FormData();
  form.set('force', 'true');
  form.set('dryRun', String(dryRun));
  // Read from the disk while it is sent.
  form.set('file', await openAsBlob(zip), 'board.zip');
  const began = performance.now();
  const response = await fetch(`${hub.url}/csv/import`, { method: 'POST', headers, body: form });
  if (response.status !== 202) throw new Error(`upload: ${response.status} ${await response.text()}`);
  const { id }: { id: string } = JSON.parse(await response.text());

  const steps = new Map<string, number>();
  let step = 'upload';
  let since = began;
  const enter = (next: string) => {
    if (next === step) return;
    const now = performance.now();
    steps.set(step, (steps.get(step) ?? 0) + (now - since) / 1_000);
    step = next;
    since = now;
  };
  enter('queued');
  for (;;) {
    const answer = await fetch(`${hub.url}/csv/import/${id}`, { headers });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`import: ${answer.status} ${text}`);
    const view: ImportView = JSON.parse(text);
    if (view.state === (dryRun ? 'checked' : 'published')) {
      enter(view.state);
      const touched = Object.values(view.files ?? {}).reduce(
        (sum, { created, updated, deleted }) => sum + created + updated + deleted,
        0,
      );
      return { seconds: (performance.now() - began) / 1_000, steps, touched };
    }
    if (over.includes(view.state)) {
      throw new Error(`the import is ${view.state}: ${JSON.stringify(view.failure ?? view.issues)}`);
    }
    if (view.state === 'running') enter(view.progress?.step ?? 'running');
    await sleep(pollMs);
  }
}

/** `upload 0.4, stage 9.1` */
export function describeSteps(steps: ReadonlyMap<string, number>): string {
  return [...steps].map(([step, seconds]) => `${step} ${seconds.toFixed(1)}`).join(', ');
}
