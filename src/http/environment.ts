import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../log.ts';
import type { AddressList } from '../model/address.ts';
import type { Readings } from '../query/list-query.ts';
import type { Caller } from '../services/access/authenticate.ts';
import type { Limiter } from '../services/access/limit-requests.ts';
import type { NotedRequest, Trail } from '../services/audit/trail.ts';
import type { Context } from '../services/context.ts';
import type { RosterReader } from '../services/roster/read-roster.ts';

/** What a request carries through the middleware. */
export interface RequestEnvironment {
  /** What the server hands over with a request; tests without a server have none. */
  Bindings: {
    readonly incoming?: Pick<IncomingMessage, 'socket'>;
    readonly outgoing?: Pick<ServerResponse, 'setHeader'>;
  };
  Variables: {
    requestId: string;
    caller: Caller;
    /** Where the caller is, in the address's one text; blank when nobody knows. */
    address: string;
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
  readonly authenticate: (text: string | undefined, address: string) => Promise<Caller>;
  readonly limiter: Limiter;
  /** Whose X-Forwarded-For is believed. */
  readonly trustedProxies: AddressList;
  /** Origins whose pages may call the hub. */
  readonly corsOrigins: readonly string[];
  /** False from the moment at which the hub begins to stop. */
  readonly isAccepting: () => boolean;
}
