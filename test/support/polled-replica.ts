import { HubRequests } from '../../scripts/replica/hub-requests.ts';
import { type PollOptions, poll } from '../../scripts/replica/poll.ts';
import { ReplicaFile } from '../../scripts/replica/replica-file.ts';
import { FakeRoster, stampOf } from './fake-roster.ts';
import { type ReplicaView, readReplica, replicaPath } from './replica-process.ts';

/** So many ids in order: `id-000`, `id-001`, … */
export const ids = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `id-${String(from + index).padStart(3, '0')}`);

/** A replica of a fake roster's orgs and users, ten records a page. Everything goes away with the test. */
export class PolledReplica {
  readonly fake: FakeRoster;
  readonly path: string;
  /** Lines that the polls wrote. */
  readonly said: string[] = [];

  private constructor(fake: FakeRoster, path: string) {
    this.fake = fake;
    this.path = path;
  }

  static async start(): Promise<PolledReplica> {
    return new PolledReplica(await FakeRoster.start(), await replicaPath());
  }

  /** One poll, by a program that has just been started. */
  async poll(given: Partial<PollOptions> & { asClient?: boolean } = {}): Promise<void> {
    const { asClient = false, ...options } = given;
    const say = (text: string) => this.said.push(text);
    const tokenUrl = `${this.fake.url}/oauth/token`;
    const client = { kind: 'client', id: 'a', secret: 'b c', tokenUrl, scope: 'x y' } as const;
    const hub = new HubRequests(this.fake.url, asClient ? client : { kind: 'key', key: 'k' }, say);
    using file = new ReplicaFile(this.path);
    await poll(hub, file, {
      collections: ['orgs', 'users'],
      pageSize: 10,
      isFull: false,
      deltaDaysMax: 90,
      shrinkMax: 0.2,
      say,
      ...options,
    });
  }

  view(): ReplicaView {
    return readReplica(this.path, this.fake.url);
  }

  get stamp(): string | undefined {
    return this.view().stamp;
  }

  /** `users/id-001 active@1` for each record: what it is, and the publication that changed it last. */
  shown(): string[] {
    return [...this.view().roster].map(([key, text]) => {
      const { status, dateLastModified } = JSON.parse(text);
      return `${key} ${status}@${(Date.parse(dateLastModified) - Date.parse(stampOf(0))) / 1_000}`;
    });
  }
}
