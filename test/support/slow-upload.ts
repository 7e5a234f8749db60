import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { HubClient } from './hub-client.ts';

const boundary = 'rosterhub-slow-upload';

/** The answer to an upload. */
export interface UploadAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Id of the import; '' when the upload was not taken. */
  readonly id: string;
}

/** An upload that has begun and stands still until it is told to finish. */
export async function beginUpload(
  client: HubClient,
  zip: Buffer,
): Promise<{ finish(): Promise<UploadAnswer> }> {
  const sent = request(`${client.url}/csv/import`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${client.key}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
  });
  // An answer may come, and with it the end of the connection, before all is sent.
  sent.on('error', () => undefined);
  const answered = once(sent, 'response');
  answered.catch(() => undefined);
  sent.write(`--${boundary}\r\ncontent-disposition: form-data; name="force"\r\n\r\ntrue\r\n`);
  sent.write(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="board.zip"\r\n\r\n`);
  const half = zip.length >> 1;
  await new Promise<void>((resolve) => sent.write(zip.subarray(0, half), () => resolve()));
  return {
    async finish() {
      sent.write(zip.subarray(half));
      sent.end(`\r\n--${boundary}--\r\n`);
      const [response] = await answered;
      const body: { id?: string } = JSON.parse(await text(response));
      return { status: Number(response.statusCode), headers: response.headers, id: body.id ?? '' };
    },
  };
}
