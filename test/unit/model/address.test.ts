import { isIP, SocketAddress } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addressList,
  addressText,
  isEverybody,
  type Network,
  networkText,
  parseAddress,
  parseNetwork,
} from '../../../src/model/address.ts';

const read = (text: string) => {
  const address = parseAddress(text);
  return address === undefined ? undefined : addressText(address);
};
const kept = (text: string) => {
  const network = parseNetwork(text);
  return network === undefined ? undefined : networkText(network);
};
const listOf = (...texts: string[]) => addressList(texts.map(parseNetwork) as Network[]);
const holds = (list: ReturnType<typeof listOf>, text: string) => {
  const address = parseAddress(text);
  return address !== undefined && list.has(address);
};

describe('an address', () => {
  test.each([
    ['10.0.0.1', '10.0.0.1'],
    ['0.0.0.0', '0.0.0.0'],
    ['255.255.255.255', '255.255.255.255'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['2001:0db8::0001', '2001:db8::1'],
    ['::', '::'],
    ['::1', '::1'],
    ['1::', '1::'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
    ['::1.2.3.4', '::102:304'],
  ])('%s is %s', (given, text) => expect(read(given)).toBe(text));

  test.each([
    '::ffff:10.0.0.1',
    '::FFFF:a00:1',
    '0:0:0:0:0:ffff:10.0.0.1',
    '0000:0000:0000:0000:0000:ffff:0a00:0001',
  ])('that is mapped is the IPv4 address that it is: %s', (text) => expect(read(text)).toBe('10.0.0.1'));

  test.each([
    '',
    ' ',
    '010.0.0.1',
    '10.0.0.01',
    '00.0.0.0',
    '0x0a000001',
    '0xa.0.0.1',
    '10.1',
    '10.0.1',
    '167772161',
    '10.0.0.0.1',
    '10.0.0.256',
    '10.0.0.-1',
    '10.0.0.1 ',
    ' 10.0.0.1',
    '10.0.0.1\n',
    '10..0.1',
    '10.0.0.',
    '1e1.0.0.1',
    '１０.0.0.1',
    '10.0.0.1/32',
    'localhost',
    'fe80::1%eth0',
    'fe80::1%25eth0',
    '[::1]',
    ':',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8::',
    '::1:2:3:4:5:6:7:8',
    '1:2:3:4::5:6:7:8',
    '12345::',
    '00001::',
    'g::',
    ':1::',
    '1::2:',
    '::ffff:010.0.0.1',
    '::ffff:10.1',
    '::10.0.0.1:1',
    '1.2.3.4::',
    'x'.repeat(100_000),
    ':'.repeat(45),
  ])('is not what %j says', (text) => {
    expect(read(text)).toBeUndefined();
    expect(kept(text.replace('/32', '/33'))).toBeUndefined();
  });

  test('of any bits is written as the platform writes it, and read back', () => {
    const groups = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff })), {
      minLength: 8,
      maxLength: 8,
    });
    fc.assert(
      fc.property(groups, (parts) => {
        const text = parts.map((part) => part.toString(16)).join(':');
        const address = parseAddress(text);
        const shown = address === undefined ? '' : addressText(address);
        expect(isIP(shown)).toBeGreaterThan(0);
        expect(parseAddress(shown)).toEqual(address);
        if (address?.family === 6 && address.bits >> 32n !== 0n) {
          expect(shown).toBe(new SocketAddress({ address: text, family: 'ipv6' }).address);
        }
      }),
    );
  });

  test('is what the platform takes for one, and no other text of its characters', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789abcdef:.x%/ '), maxLength: 20 });
    fc.assert(
      fc.property(text, (some) => {
        expect(parseAddress(some) !== undefined).toBe(isIP(some) !== 0 && !some.includes('%'));
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('a network', () => {
  test.each([
    ['10.0.0.0/8', '10.0.0.0/8'],
    ['10.1.2.3/8', '10.0.0.0/8'],
    ['10.1.2.3/32', '10.1.2.3'],
    ['10.1.2.3', '10.1.2.3'],
    ['10.1.2.3/31', '10.1.2.2/31'],
    ['1.2.3.4/0', '0.0.0.0/0'],
    ['2001:db8::1/32', '2001:db8::/32'],
    ['2001:db8::1/128', '2001:db8::1'],
    ['::/0', '::/0'],
    ['::ffff:10.1.2.3', '10.1.2.3'],
    ['::ffff:10.1.2.3/104', '10.0.0.0/8'],
    ['::ffff:0:0/96', '0.0.0.0/0'],
  ])('%s is kept as %s', (given, text) => expect(kept(given)).toBe(text));

  test.each([
    '10.0.0.0/',
    '10.0.0.0/08',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/8 ',
    '10.0.0.0/ 8',
    '10.0.0.0/8/8',
    '10.0.0.0/8.0',
    '10.0.0.0/255.0.0.0',
    '10.0.0.0/1e1',
    '10/8',
    '/8',
    '/',
    '::/129',
    '::/00',
    'fe80::%eth0/64',
    '::ffff:10.0.0.0/95',
    '::ffff:0:0/0',
    '10.0.0.1-10.0.0.9',
    '*',
  ])('is not what %j says', (text) => expect(kept(text)).toBeUndefined());

  test('is everybody when its prefix is 0', () => {
    const everybody = (text: string) => isEverybody(parseNetwork(text) as Network);
    expect(['0.0.0.0/0', '::/0', '9.9.9.9/0', '::ffff:1.2.3.4/96'].map(everybody)).toEqual(
      Array(4).fill(true),
    );
    expect(['0.0.0.0/1', '::/1', '0.0.0.0', '::'].map(everybody)).toEqual(Array(4).fill(false));
  });
});

describe('a list', () => {
  test('that is empty holds nobody', () => {
    for (const text of ['0.0.0.0', '127.0.0.1', '::1', '::']) expect(holds(listOf(), text)).toBe(false);
  });

  test('holds its networks to their last address, and nobody beside them', () => {
    const list = listOf('192.0.2.0/25', '198.51.100.7', '2001:db8:1::/48');
    for (const text of [
      '192.0.2.0',
      '192.0.2.127',
      '198.51.100.7',
      '2001:db8:1::',
      '2001:db8:1:ffff::ffff',
    ]) {
      expect(holds(list, text), text).toBe(true);
    }
    for (const text of [
      '192.0.1.255',
      '192.0.2.128',
      '198.51.100.6',
      '2001:db8:2::',
      '2001:db8:0:ffff::',
      '::1',
    ]) {
      expect(holds(list, text), text).toBe(false);
    }
    expect(holds(list, '::ffff:192.0.2.1')).toBe(true);
  });

  test('of one family holds nobody of the other', () => {
    expect(holds(listOf('::/0'), '10.0.0.1')).toBe(false);
    expect(holds(listOf('::/0'), '::1')).toBe(true);
    expect(holds(listOf('0.0.0.0/0'), '::1')).toBe(false);
    expect(holds(listOf('::/1'), '::ffff:10.0.0.1')).toBe(false);
  });

  test('says which entry it was, the first that holds the address', () => {
    const list = listOf('10.1.0.0/16', '10.0.0.0/8', '2001:db8::/32');
    const found = (text: string) => {
      const address = parseAddress(text);
      const entry = address === undefined ? undefined : list.find(address);
      return entry === undefined ? undefined : networkText(entry);
    };
    expect(found('10.1.2.3')).toBe('10.1.0.0/16');
    expect(found('10.2.0.1')).toBe('10.0.0.0/8');
    expect(found('2001:db8::9')).toBe('2001:db8::/32');
    expect(found('11.0.0.1')).toBeUndefined();
  });

  test('holds an address exactly when the bits before the prefix are the same', () => {
    const bits = fc.bigInt({ min: 0n, max: 0xffff_ffffn });
    fc.assert(
      fc.property(bits, bits, fc.integer({ min: 0, max: 32 }), (one, other, prefix) => {
        const text = `${addressText({ family: 4, bits: one })}/${prefix}`;
        const list = listOf(text);
        const same = one >> BigInt(32 - prefix) === other >> BigInt(32 - prefix);
        expect(list.has({ family: 4, bits: other })).toBe(same);
        expect(list.find({ family: 4, bits: other }) !== undefined).toBe(same);
        expect(list.has({ family: 4, bits: one })).toBe(true);
      }),
    );
  });
});
