import { BlockList } from 'node:net';

/**
 * Addresses of callers: read strictly, written in one form, matched by family. `010.0.0.1` is 8.0.0.1 to some programs
 * and 10.0.0.1 to others, so it is none here.
 */
export interface Address {
  readonly family: 4 | 6;
  /** 32 or 128 bits. */
  readonly bits: bigint;
}

/** What an allow-list holds: an address is a network of one. */
export interface Network extends Address {
  /** 0–32 or 0–128. */
  readonly prefix: number;
}

const widths = { 4: 32, 6: 128 } as const;
/** The longest text: eight groups of four digits, or six and a dotted quad. */
const textLengthMax = 45;
const decimal = /^(?:0|[1-9]\d{0,2})$/;
const group = /^[0-9A-Fa-f]{1,4}$/;
/** `::ffff:0:0/96`: IPv4 addresses as sockets for both families show them (RFC 4291 §2.5.5.2). */
const mappedBits = 0xffffn;
const mappedPrefix = 96;

function joined(parts: readonly number[], width: bigint): bigint {
  return parts.reduce((bits, part) => (bits << width) | BigInt(part), 0n);
}

/** Four decimal numbers up to 255 without leading zeros. Nothing shorter, octal or hexadecimal. */
function ipv4Bits(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => decimal.test(part) && Number(part) <= 255))
    return undefined;
  return joined(parts.map(Number), 8n);
}

/** `2001:db8` -> two groups; a dotted quad at the end is two. */
function groupsOf(text: string, mayEndInIpv4: boolean): number[] | undefined {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    if (group.test(part)) groups.push(Number.parseInt(part, 16));
    else {
      const quad = mayEndInIpv4 && index === parts.length - 1 ? ipv4Bits(part) : undefined;
      if (quad === undefined) return undefined;
      groups.push(Number(quad >> 16n), Number(quad & 0xffffn));
    }
  }
  return groups;
}

/** RFC 4291 §2.2. A zone (`%eth0`) names an interface of one machine, so such a text is no address here. */
function ipv6Bits(text: string): bigint | undefined {
  const halves = text.split('::');
  const [first = '', second] = halves;
  if (halves.length > 2) return undefined;
  const head = groupsOf(first, second === undefined);
  if (second === undefined) return head?.length === 8 ? joined(head, 16n) : undefined;
  const tail = groupsOf(second, true);
  if (head === undefined || tail === undefined) return undefined;
  const missing = 8 - head.length - tail.length;
  // `::` stands for one group of zeros at least.
  if (missing < 1) return undefined;
  return joined([...head, ...Array<number>(missing).fill(0), ...tail], 16n);
}

/** As it is written, before a mapped address becomes the IPv4 address that it is. */
function readAddress(text: string): Address | undefined {
  if (text.length > textLengthMax) return undefined;
  const family = text.includes(':') ? 6 : 4;
  const bits = family === 6 ? ipv6Bits(text) : ipv4Bits(text);
  return bits === undefined ? undefined : { family, bits };
}

const isMapped = ({ family, bits }: Address) => family === 6 && bits >> 32n === mappedBits;
const ipv4Of = (bits: bigint) => bits & 0xffff_ffffn;

/** `2001:DB8:0:0::1` and the like; `::ffff:10.0.0.1` is 10.0.0.1. Undefined for any other text. */
export function parseAddress(text: string): Address | undefined {
  const address = readAddress(text);
  if (address === undefined || !isMapped(address)) return address;
  return { family: 4, bits: ipv4Of(address.bits) };
}

function masked(bits: bigint, prefix: number, width: number): bigint {
  const hostBits = BigInt(width - prefix);
  return (bits >> hostBits) << hostBits;
}

/**
 * `10.0.0.0/8`, `2001:db8::/32`, or one address. Bits behind the prefix are cleared: `10.1.2.3/8` is `10.0.0.0/8`, which
 * whoever gave it is to be shown. Undefined for any other text.
 */
export function parseNetwork(text: string): Network | undefined {
  const [written = '', prefixText, ...more] = text.split('/');
  const address = readAddress(written);
  if (address === undefined || more.length > 0) return undefined;
  const width = widths[address.family];
  const prefix = prefixText === undefined ? width : Number(prefixText);
  if (prefixText !== undefined && (!decimal.test(prefixText) || prefix > width)) return undefined;
  if (!isMapped(address)) return { ...address, bits: masked(address.bits, prefix, width), prefix };
  // Wider than all of IPv4, it means neither that nor what it says.
  if (prefix < mappedPrefix) return undefined;
  const narrowed = prefix - mappedPrefix;
  return { family: 4, bits: masked(ipv4Of(address.bits), narrowed, widths[4]), prefix: narrowed };
}

/** The first of the longest runs of two zeros or more, which `::` stands for (RFC 5952 §4.2). */
function longestZeros(groups: readonly number[]): { readonly at: number; readonly length: number } {
  let best = { at: 0, length: 1 };
  let at = 0;
  while (at < groups.length) {
    let end = at;
    while (groups[end] === 0) end += 1;
    if (end - at > best.length) best = { at, length: end - at };
    at = Math.max(end, at + 1);
  }
  return best;
}

/** The one text of an address: RFC 5952 for IPv6. */
export function addressText({ family, bits }: Address): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => (bits >> shift) & 0xffn).join('.');
  const groups = Array.from({ length: 8 }, (_, index) =>
    Number((bits >> BigInt(112 - 16 * index)) & 0xffffn),
  );
  const hex = (some: readonly number[]) => some.map((one) => one.toString(16)).join(':');
  const { at, length } = longestZeros(groups);
  return length < 2 ? hex(groups) : `${hex(groups.slice(0, at))}::${hex(groups.slice(at + length))}`;
}

/** `10.0.0.0/8`; a network of one address is written as that. */
export function networkText({ prefix, ...address }: Network): string {
  return prefix === widths[address.family] ? addressText(address) : `${addressText(address)}/${prefix}`;
}

/** Whether it is everybody: `0.0.0.0/0` or `::/0`. */
export function isEverybody({ prefix }: Network): boolean {
  return prefix === 0;
}

/** Which addresses a list of networks holds. */
export interface AddressList {
  has(address: Address): boolean;
  /** The first network that holds it. */
  find(address: Address): Network | undefined;
}

const familyOf = ({ family }: Address) => (family === 4 ? 'ipv4' : 'ipv6');

function blockList(networks: readonly Network[]): BlockList {
  const list = new BlockList();
  for (const network of networks) list.addSubnet(addressText(network), network.prefix, familyOf(network));
  return list;
}

/** An empty list holds nobody. */
export function addressList(networks: readonly Network[]): AddressList {
  // Apart by family: a BlockList takes `::/0` for every IPv4 address too.
  const lists = {
    4: blockList(networks.filter(({ family }) => family === 4)),
    6: blockList(networks.filter(({ family }) => family === 6)),
  };
  const has = (address: Address) => lists[address.family].check(addressText(address), familyOf(address));
  return {
    has,
    find: (address) =>
      has(address)
        ? networks.find(
            ({ family, bits, prefix }) =>
              family === address.family && masked(address.bits, prefix, widths[family]) === bits,
          )
        : undefined,
  };
}
