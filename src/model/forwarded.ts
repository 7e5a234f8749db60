import { type Address, type AddressList, parseAddress } from './address.ts';

/** Some proxies write the port too. */
const ported = /^(?:\[([^\]]+)\](?::\d{1,5})?|(\d[\d.]*):\d{1,5})$/;

/** One hop of X-Forwarded-For: `203.0.113.9`, `203.0.113.9:4711`, `[2001:db8::1]:4711`, `2001:db8::1`. */
function hopOf(text: string): Address | undefined {
  const [, bracketed, bare] = ported.exec(text) ?? [];
  return parseAddress(bracketed ?? bare ?? text);
}

/** A socket's own address has a zone where it is a local one: `fe80::1%eth0`. The kernel says so, not the caller. */
export function socketAddress(text: string | undefined): Address | undefined {
  return parseAddress((text ?? '').replace(/%.*$/, ''));
}

/**
 * Who called. The header is read from the right, as far as trusted proxies wrote it; everything further left is what
 * the caller made up. Where a trusted proxy wrote something that is no address, the caller is that proxy: a list that
 * does not name it refuses.
 */
export function callerAddress(
  socket: Address | undefined,
  forwardedFor: string | undefined,
  trusted: AddressList,
): Address | undefined {
  let caller = socket;
  if (forwardedFor === undefined) return caller;
  for (const hop of forwardedFor.split(',').toReversed()) {
    if (caller === undefined || !trusted.has(caller)) return caller;
    const next = hopOf(hop.trim());
    if (next === undefined) return caller;
    caller = next;
  }
  return caller;
}
