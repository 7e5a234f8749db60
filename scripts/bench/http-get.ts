import { type Agent, get, type IncomingHttpHeaders } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** From the request to the last byte of the body. */
  readonly ms: number;
}

/** A plain GET. node:http costs a fraction of what fetch does, and this program shares the processors with the hub. */
export function httpGet(url: string, agent: Agent, key: string): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const began = performance.now();
  const request = get(url, { agent, headers: { authorization: `Bearer ${key}` } }, (response) => {
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part));
    response.on('error', reject);
    response.on('end', () => {
      const ms = performance.now() - began;
      const { statusCode: status = 0, headers } = response;
      resolve({ status, headers, body: Buffer.concat(parts), ms });
    });
  });
  request.on('error', reject);
  return promise;
}

/** As `httpGet`; throws unless the answer is a 200. */
export async function httpGetOk(url: string, agent: Agent, key: string): Promise<Answer> {
  const answer = await httpGet(url, agent, key);
  if (answer.status !== 200) {
    throw new Error(`${url}: ${answer.status} ${answer.body.toString().slice(0, 500)}`);
  }
  return answer;
}
