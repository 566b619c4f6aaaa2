/** The minor version from which on leading zeros, IPv4 in IPv6 and bits behind the prefix are refused (gate StrictIPCIDRValidation). */
const STRICT = 36;

const V4 = /^(0*(25[0-5]|2[0-4]\d|1?\d?\d)(\.(?!$)|$)){4}$/;
const LEADING_ZERO = /(^|\.)0\d/;
const V6_WORD = /^[0-9a-fA-F]{1,4}$/;
const WORDS = 8;

/** An address as a number of 32 or 128 bits. */
interface Address {
  readonly value: bigint;
  readonly size: number;
}

/** Whether the API server of a minor version reads it as an address. */
export function isIp(text: string, minor: number): boolean {
  const address = addressOf(text);
  return address !== undefined && (minor < STRICT || !isLoose(text, address));
}

/** The same for all ways to write one address; undefined for what is none. */
export function addressKey(text: string): string | undefined {
  const address = addressOf(text);
  return address && `address ${address.size}/${address.value}`;
}

/** Whether it reads it as a range. */
export function isCidr(text: string, minor: number): boolean {
  const range = rangeOf(text);
  if (!range) return false;
  if (minor < STRICT) return true;
  const [address, bits] = text.split('/');
  return !isLoose(address, range.address) && !/^0\d/.test(bits) && (range.address.value & hostMask(range)) === 0n;
}

/** Whether a range lies within another one, and is smaller. */
export function isWithin(inner: string, outer: string): boolean {
  const [small, large] = [rangeOf(inner), rangeOf(outer)];
  if (!small || !large || small.address.size !== large.address.size || small.bits <= large.bits) return false;
  const outside = ~hostMask(large);
  return (small.address.value & outside) === (large.address.value & outside);
}

interface Range {
  readonly address: Address;
  readonly bits: number;
}

function rangeOf(text: string): Range | undefined {
  const [written, bits, ...more] = text.split('/');
  const address = addressOf(written);
  if (!address || more.length > 0 || !/^\d+$/.test(bits ?? '') || Number(bits) > address.size) return undefined;
  return { address, bits: Number(bits) };
}

function hostMask({ address, bits }: Range): bigint {
  return (1n << BigInt(address.size - bits)) - 1n;
}

/** IPv4 that is written as IPv6, or with zeros in front, which some read as octal. */
function isLoose(text: string, { value, size }: Address): boolean {
  return size === 32 ? LEADING_ZERO.test(text) : value >> 32n === 0xffffn;
}

function addressOf(text: string): Address | undefined {
  if (V4.test(text)) return { value: number(text.split('.').map(Number), 8), size: 32 };
  const words = wordsOf(text);
  return words && { value: number(words.map((word) => parseInt(word, 16)), 16), size: 128 };
}

function number(parts: readonly number[], width: number): bigint {
  return parts.reduce((sum, part) => (sum << BigInt(width)) + BigInt(part), 0n);
}

/** The eight words of an IPv6 address. */
function wordsOf(text: string): string[] | undefined {
  const halves = text.split('::');
  // IPv4 stands at the end alone.
  if (halves.length > 2 || !text.includes(':') || text.slice(0, text.lastIndexOf(':')).includes('.')) return undefined;
  const [left, right] = halves.map((half) => half === '' ? [] : half.split(':').flatMap(embedded));
  const missing = WORDS - left.length - (right ?? []).length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const words = right ? [...left, ...Array<string>(missing).fill('0'), ...right] : left;
  return words.every((word) => V6_WORD.test(word)) ? words : undefined;
}

/** IPv4 as two words. */
function embedded(word: string): string[] {
  if (!V4.test(word)) return [word];
  const [a, b, c, d] = word.split('.').map(Number);
  return [(a * 256 + b).toString(16), (c * 256 + d).toString(16)];
}
