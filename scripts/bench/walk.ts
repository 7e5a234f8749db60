import { writeFile } from 'node:fs/promises';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { httpGetOk } from './http-get.ts';
import type { BenchHub } from './hub-process.ts';

/** A page of a walk whose body is kept. */
export interface SamplePage {
  readonly url: string;
  readonly bytes: number;
}

/** What a walk through all users found. */
export interface Walk {
  readonly firstUrl: string;
  /** The page reached by following `next` to 90 %. */
  readonly deepUrl: string;
  /** As many records into the collection, by offset. */
  readonly offsetUrl: string;
  readonly pages: number;
  /** Pages from all over the walk, in its order. Their bodies are files of the folder: `0.json`, `1.json`, … */
  readonly samples: readonly SamplePage[];
  readonly sampleFolder: string;
  /** sourcedIds of the users on those pages. */
  readonly ids: readonly string[];
}

const pageSize = 100;
const deepShare = 0.9;
/** More than a processor's caches hold, and little enough to keep in memory. */
const samplesMax = 200;

export const usersPath = '/ims/oneroster/rostering/v1p2/users';

/** Follows `next` from the first page of users to the last. */
export async function walkUsers(hub: BenchHub, sampleFolder: string): Promise<Walk> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const firstUrl = `${hub.url}${usersPath}?limit=${pageSize}`;
  const urls: string[] = [];
  const samples: SamplePage[] = [];
  const ids: string[] = [];
  let every = 1;
  try {
    let url: string | undefined = firstUrl;
    while (url !== undefined) {
      const answer = await httpGetOk(url, agent, hub.key);
      if (urls.length === 0) {
        every = Math.ceil(Number(answer.headers['x-total-count']) / pageSize / samplesMax);
      }
      if (urls.length % every === 0) {
        await writeFile(join(sampleFolder, `${samples.length}.json`), answer.body);
        samples.push({ url, bytes: answer.body.length });
        ids.push(...idsOf(answer.body));
      }
      urls.push(url);
      url = /<([^>]+)>; rel="next"/.exec(String(answer.headers.link ?? ''))?.[1];
    }
  } finally {
    agent.destroy();
  }
  const deep = Math.floor(urls.length * deepShare);
  const deepUrl = urls[deep] ?? firstUrl;
  const offsetUrl = `${firstUrl}&offset=${deep * pageSize}`;
  return { firstUrl, deepUrl, offsetUrl, pages: urls.length, samples, sampleFolder, ids };
}

function idsOf(body: Buffer): string[] {
  const { users }: { users: { sourcedId: string }[] } = JSON.parse(body.toString());
  return users.map(({ sourcedId }) => sourcedId);
}
