import { setTimeout as sleep } from 'node:timers/promises';

/** A hub whose answers become examples. */
export interface ExampleHub {
  readonly url: string;
  /** Key of an administrator, who may do everything. */
  readonly admin: string;
  /** Key of an importer, who may not read rosters. */
  readonly importer: string;
  /** An OAuth2 client. */
  readonly client: { readonly id: string; readonly secret: string };
}

/** With the administrator's key, with another, or with none (`''`). */
interface Call extends RequestInit {
  readonly key?: string;
  readonly headers?: Record<string, string>;
}

/** An answer with everything in it that differs from run to run replaced. */
export interface ExampleAnswer {
  readonly status: number;
  readonly text: string;
  /** Where what was made is. */
  readonly location?: string | undefined;
}

/** What stands for the hub's own address. */
const exampleUrl = 'https://roster.example.jp';
const exampleStamp = '2026-04-01T00:00:00.000Z';
const stamp = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;
const digest = /\b[0-9a-f]{64}\b/g;
/** Size and digest of a zip differ with the machine's zlib. */
const exampleDigest = '0123456789abcdef'.repeat(4);
const fileSize = /(?<="fileSize":)\d+/g;
const exampleFileSize = '65536';
/** A roster's day in the name of its file is the day of the run. */
const exportName = /RO_(?!202604)\d{8}_(?=[A-H0-9]+\.zip)/g;
const exampleExportName = 'RO_20260401_';
const accessToken = /(?<="access_token":")[^"]+/g;
/** Public half of the key of whoever sent a publication, or decided on an import. */
const sentBy = /(?<="(?:sentBy|by|requestedBy|erasedBy|releasedBy|restrictedBy|liftedBy|madeBy)":")[^"]+/g;
const exampleKeyId = 'EXAMPLEKEY';
/** Who asks is another client with another name wherever a hub is made for the examples. */
const takenBy = /"client":"[^"]+","name":"[^"]+"/g;
const exampleTakenBy = '"client":"k1a2b3c4d5e6f7g8","name":"管理者"';
/** Texts of credentials, and what is shown of them. No example looks like a real one: scanners would report it. */
const credential = /rh([ks])_live_[0-9A-Za-z_]*/g;
const exampleCredential = 'rh$1_live_EXAMPLE';
const lastFour = /(?<="lastFour":")[^"]+/g;
const exampleLastFour = 'a1B2';
const exampleToken = 'eyJhbGciOiJIUzI1NiJ9.example.example';

/** Calls a hub and makes its answers the same every time. */
export class ExampleClient {
  readonly hub: ExampleHub;
  /** Ids that the hub made up, and what stands for them. */
  readonly #ids = new Map<string, string>();

  constructor(hub: ExampleHub) {
    this.hub = hub;
  }

  async call(path: string, { key = this.hub.admin, headers, ...init }: Call = {}): Promise<ExampleAnswer> {
    const response = await fetch(this.hub.url + path, {
      ...init,
      headers: {
        'x-request-id': 'example',
        ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
        ...headers,
      },
    });
    const location = response.headers.get('location') ?? undefined;
    return { status: response.status, text: this.#settled(await response.text()), location };
  }

  /** Uploads a file, waits until it is judged, and returns the answer to the upload. */
  async upload(
    content: Buffer,
    fileName: string,
    fields: Readonly<Record<string, string>> = {},
  ): Promise<ExampleAnswer & { readonly id: string }> {
    const form = new FormData();
    for (const [name, value] of Object.entries({ force: 'true', ...fields })) form.set(name, value);
    form.set('file', new Blob([new Uint8Array(content)]), fileName);
    return this.follow(await this.call('/csv/import', { method: 'POST', body: form }));
  }

  /** JSON sent by POST. */
  post(path: string, body: object = {}): Promise<ExampleAnswer> {
    const headers = { 'content-type': 'application/json' };
    return this.call(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  /** Gives the id that an answer has made up another in examples. */
  name(answer: ExampleAnswer): { readonly id: string; readonly answer: ExampleAnswer } {
    const { id }: { id: string } = JSON.parse(answer.text);
    const number = String(this.#ids.size + 1).padStart(12, '0');
    this.#ids.set(id, `00000000-0000-4000-8000-${number}`);
    return { id, answer: { ...answer, text: this.#settled(answer.text) } };
  }

  /** Waits for the end of the import that an answer has begun, and gives its id in examples. */
  async follow(begun: ExampleAnswer, waitFor?: string): Promise<ExampleAnswer & { readonly id: string }> {
    const { id, answer } = this.name(begun);
    await this.settle(id, waitFor);
    return { ...answer, id };
  }

  /** Waits until an import is in a state, or in none that passes by itself. */
  async settle(id: string, wanted?: string): Promise<void> {
    for (;;) {
      const { state }: { state: string } = JSON.parse((await this.call(`/csv/import/${id}`)).text);
      if (wanted === undefined ? !['queued', 'running'].includes(state) : state === wanted) return;
      await sleep(100);
    }
  }

  /** An answer with an id in it that the hub made up, called `shown` from now on. */
  named(answer: ExampleAnswer, id: string, shown: string): ExampleAnswer {
    if (shown !== '') this.#ids.set(id, shown);
    return { ...answer, text: this.#settled(answer.text) };
  }

  #settled(text: string): string {
    let settled = text
      .replaceAll(this.hub.url, exampleUrl)
      .replace(stamp, exampleStamp)
      .replace(digest, exampleDigest)
      .replace(fileSize, exampleFileSize)
      .replace(sentBy, exampleKeyId)
      .replace(exportName, exampleExportName)
      .replace(accessToken, exampleToken)
      .replace(takenBy, exampleTakenBy)
      .replace(credential, exampleCredential)
      .replace(lastFour, exampleLastFour);
    for (const [id, shown] of this.#ids) settled = settled.replaceAll(id, shown);
    return settled;
  }
}
