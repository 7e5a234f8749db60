import { describe, expect, test } from 'vitest';
import { addressList, addressText, type Network, parseNetwork } from '../../../src/model/address.ts';
import { callerAddress, socketAddress } from '../../../src/model/forwarded.ts';

const trusted = addressList(['10.0.0.0/8', '127.0.0.1', '2001:db8:ffff::/48'].map(parseNetwork) as Network[]);
const proxy = '10.0.0.2';
const stranger = '198.51.100.66';

function callerOf(socket: string | undefined, header?: string, proxies = trusted): string | undefined {
  const address = callerAddress(socketAddress(socket), header, proxies);
  return address === undefined ? undefined : addressText(address);
}

/** X-Forwarded-For, and who called when it comes from a trusted proxy. */
const headers: [header: string | undefined, caller: string][] = [
  [undefined, proxy],
  ['203.0.113.9', '203.0.113.9'],
  ['  203.0.113.9 ', '203.0.113.9'],
  ['203.0.113.9:4711', '203.0.113.9'],
  ['2001:db8::9', '2001:db8::9'],
  ['[2001:db8::9]', '2001:db8::9'],
  ['[2001:db8::9]:4711', '2001:db8::9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  // Made up by the caller, left of what the proxy wrote.
  ['127.0.0.1, 203.0.113.9', '203.0.113.9'],
  ['10.9.9.9, 203.0.113.9', '203.0.113.9'],
  ['garbage, 203.0.113.9', '203.0.113.9'],
  // Through two proxies of ours.
  ['203.0.113.9, 10.0.0.3', '203.0.113.9'],
  ['6.6.6.6, 203.0.113.9, 2001:db8:ffff::1, 10.0.0.3', '203.0.113.9'],
  // From inside.
  ['10.0.0.7', '10.0.0.7'],
  ['10.0.0.7, 10.0.0.3', '10.0.0.7'],
  // What is no address ends the walk at whoever wrote it.
  ['', proxy],
  ['unknown', proxy],
  ['_hidden', proxy],
  ['203.0.113.9, unknown', proxy],
  ['203.0.113.9, unknown, 10.0.0.3', '10.0.0.3'],
  ['203.0.113.9,', proxy],
  ['010.0.0.1', proxy],
  ['fe80::1%eth0', proxy],
  ['203.0.113.9;10.0.0.3', proxy],
  ['203.0.113.9:', proxy],
  ['203.0.113.9:123456', proxy],
  ['[203.0.113.9', proxy],
  [','.repeat(5_000), proxy],
];

describe.each(headers)('X-Forwarded-For %j', (header, caller) => {
  test('from a trusted proxy', () => expect(callerOf(proxy, header)).toBe(caller));
  test('from a trusted proxy on a socket for both families', () =>
    expect(callerOf(`::ffff:${proxy}`, header)).toBe(caller));
  test('from anybody else is not looked at', () => expect(callerOf(stranger, header)).toBe(stranger));
  test('without trusted proxies is not looked at', () =>
    expect(callerOf(proxy, header, addressList([]))).toBe(proxy));
});

test('a socket says who it is, with or without a zone; a closed one does not', () => {
  expect(callerOf('fe80::1%eth0')).toBe('fe80::1');
  expect(callerOf('::1')).toBe('::1');
  expect(callerOf(undefined)).toBeUndefined();
  expect(callerOf(undefined, '203.0.113.9')).toBeUndefined();
});
