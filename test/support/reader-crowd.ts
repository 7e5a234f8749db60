import { setTimeout as pause } from 'node:timers/promises';
import { statusInfoSchema } from '../../src/http/problem.ts';
import type { HubClient } from './hub-client.ts';

/** What a crowd of readers saw. */
export interface CrowdReport {
  /** Answers by status. */
  readonly answers: Readonly<Record<number, number>>;
  /** Everything that a client should not have met, one text each. */
  readonly faults: readonly string[];
}

/** Longer than this is silence. */
const silenceMs = 15_000;
const service = '/ims/oneroster/rostering/v1p2';

/** Every read of the crowd has something to show; an empty answer in the middle of a restart is the worst of all. */
function isEmpty(body: unknown): boolean {
  const shown = Object.values(Object(body))[0];
  return shown === undefined || (Array.isArray(shown) && shown.length === 0);
}

/** Says what is wrong with an answer; '' when it is a 200 with content, or a 503 as it should be. */
async function faultOf(path: string, response: Response): Promise<string> {
  const text = await response.text();
  const said = `${path}: ${response.status} ${text.slice(0, 200)}`;
  if (response.status === 200) return isEmpty(JSON.parse(text)) ? said : '';
  if (response.status !== 503) return said;
  if (!(Number(response.headers.get('retry-after')) > 0)) return `${said} without Retry-After`;
  if (!path.startsWith(service)) return '';
  return statusInfoSchema.safeParse(JSON.parse(text)).success ? '' : `${said} is no StatusInfo`;
}

/** Readers that ask for these paths, each one request after the other, until they are told to stop. */
export function startReaders(client: HubClient, paths: readonly string[], readers = 4) {
  const answers: Record<number, number> = {};
  const faults: string[] = [];
  let stopped = false;
  const read = async (offset: number): Promise<void> => {
    for (let turn = offset; !stopped; turn += 1) {
      const path = paths[turn % paths.length] ?? '';
      try {
        const response = await fetch(client.url + path, {
          headers: { authorization: `Bearer ${client.key}` },
          signal: AbortSignal.timeout(silenceMs),
        });
        answers[response.status] = (answers[response.status] ?? 0) + 1;
        const fault = await faultOf(path, response);
        if (fault !== '') faults.push(fault);
      } catch (error) {
        const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
        faults.push(`${path}: ${String(error)} ${cause}`);
      }
      await pause(5);
    }
  };
  const crowd = Promise.all(Array.from({ length: readers }, (_, index) => read(index * 3)));
  return {
    async stop(): Promise<CrowdReport> {
      stopped = true;
      await crowd;
      return { answers, faults };
    },
  };
}
