import type { Log } from '../log.ts';
import type { Readings } from '../query/list-query.ts';
import type { Caller } from '../services/access/authenticate.ts';
import type { NotedRequest, Trail } from '../services/audit/trail.ts';
import type { Context } from '../services/context.ts';
import type { RosterReader } from '../services/roster/read-roster.ts';

/** What a request carries through the middleware. */
export interface RequestEnvironment {
  Variables: {
    requestId: string;
    caller: Caller;
    /** What the handler knows of what it shows, for the audit. */
    shown?: Partial<Pick<NotedRequest, 'named' | 'query' | 'publicationId' | 'count'>>;
  };
}

/** What the HTTP floor is made of. */
export interface AppDeps {
  readonly ctx: Context;
  readonly log: Log;
  readonly roster: RosterReader;
  readonly trail: Trail;
  /** How disputed passages of the standard are read. */
  readonly readings: Readings;
  readonly authenticate: (key: string | undefined) => Promise<Caller>;
  /** False from the moment at which the hub begins to stop. */
  readonly isAccepting: () => boolean;
}
