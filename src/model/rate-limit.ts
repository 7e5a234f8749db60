import { addressText, type Network, networkText, parseAddress, parseNetwork } from './address.ts';

/** How often a client may call, or an address of which no client is known. */
export interface RateLimit {
  /** Requests in sixty minutes of the clock, the present one among them. */
  readonly perHour: number;
  /** Requests in one second of the clock. */
  readonly perSecond: number;
}

/** The most that either may be. */
export const rateLimitMax: RateLimit = { perHour: 100_000_000, perSecond: 1_000_000 };

/** What became of some requests that were asked for together: the first `granted` of them may go on. */
export interface Taken {
  readonly granted: number;
  /** Further requests that would be granted within this hour. */
  readonly remaining: number;
  /** Until the first of those that count does so no more, milliseconds. */
  readonly resetMs: number;
  /** Until another request is granted, milliseconds; 0 unless some were refused. */
  readonly retryMs: number;
}

export const minuteMs = 60_000;
/** Minutes that count. */
export const minutes = 60;

/** One host of IPv6 has a network of these many bits to itself, and may call from anywhere in it. */
const hostPrefix = 64;

/** What requests without a known client are counted under. Nobody's address is one place. */
export function addressSubject(text: string): string {
  const address = parseAddress(text);
  if (address?.family !== 6) return `address ${text}`;
  const network: Network | undefined = parseNetwork(`${addressText(address)}/${hostPrefix}`);
  return `address ${network === undefined ? text : networkText(network)}`;
}

export const clientSubject = (id: string) => `client ${id}`;
