import { isCidr, isIp } from './addresses';
import type { Allow } from './shape';
import { map } from '../json';
import { badAnnotations, badLabels, isDnsLabel, isDnsSubdomain, isLabelValue, isQualifiedName } from '../label-syntax';
import { parseQuantity } from '../quantity';

/** Texts that a test refuses; an empty one says nothing. */
export const filled = (expected: string, holds: (value: string, minor: number) => boolean): Allow => (value, minor) => value === '' || holds(value, minor) ? undefined : expected;
/** Texts that a test refuses, empty ones as well. */
export const exact = (expected: string, holds: (value: string, minor: number) => boolean): Allow => (value, minor) =>
  holds(value, minor) ? undefined : expected;

/** One of these words; an empty text stands for the default. */
export const words = (...allowed: readonly string[]): Allow => filled(allowed.join(' or '), (value) => allowed.includes(value));
/** One of these words, and the empty text is none of them. */
export const exactWords = (...allowed: readonly string[]): Allow => exact(allowed.join(' or '), (value) => allowed.includes(value));
/** Anything but an empty text; what else is wrong is for another rule to say. */
export const notEmpty = (expected: string): Allow => exact(expected, (value) => value !== '');
export const range = (min: number, max: number): Allow => (value) => value >= min && value <= max ? undefined : `a number from ${min} to ${max}`;

export const qualified = exact('a qualified name such as example.org/name', isQualifiedName);
export const qualifiedOrEmpty = filled('a qualified name such as example.org/name', isQualifiedName);
export const labelValue = exact('a label value: at most 63 letters, digits, "-", "_" and "."', isLabelValue);
export const dnsLabel = exact('a DNS label: at most 63 lower-case letters, digits and inner hyphens', isDnsLabel);
export const dnsSubdomain = exact('a DNS name in lower case', isDnsSubdomain);
/** From 1.33 on also "." and labels with an underscore (gate RelaxedDNSSearchValidation). */
export const searchDomain = exact('a DNS name in lower case', (value, minor) => minor < 33 ? isDnsSubdomain(value.replace(/\.$/, '')) : value.length <= 253 && (value === '.' || /^_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*\.?$/.test(value)));
export const labels: Allow = (value) => entries('keys that are qualified names, and label values', badLabels(value));
export const annotations: Allow = (value) => {
  const bad = badAnnotations(value);
  return entries('keys that are qualified names', bad.filter(({ at }) => at.length > 0)) ?? (bad.length > 0 ? 'at most 262144 bytes of annotations, keys and values together' : undefined);
};
export const ip = exact('an IP address', isIp);
export const cidr = exact('a range such as 10.0.0.0/8', isCidr);
export const clusterIp = filled('None or an IP address', (value, minor) => value === 'None' || isIp(value, minor));
/** An address that can come from outside of a node. */
export const externalIp = exact('an IP address that is neither unspecified, loopback nor link-local', (value, minor) => isIp(value, minor) && !/^(0\.0\.0\.0$|127\.|169\.254\.|224\.0\.0\.|::$|::1$|fe[89ab]|ff02)/i.test(value));
/** A number from 1, or the name of a port. */
export const port: Allow = (value) => typeof value === 'number' ? range(1, 65535)(value, 0)
  : /^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/.test(value) ? undefined : 'a number from 1 to 65535 or the name of a port';
/** As `port`, where 0 and an empty name stand for the port itself. */
export const portOrNothing: Allow = (value, minor) => value === 0 || value === '' ? undefined : port(value, minor);
export const configKey = exact('a key: letters, digits, "-", "_" and "."', (value) => /^[-._a-zA-Z0-9]{1,253}$/.test(value) && value !== '.' && !value.startsWith('..'));
/** Before 1.32 of letters, digits, "_", "-" and "."; then of anything printable but "=". */
export const envPrefix: Allow = (value, minor) => {
  const sound = minor >= 32 ? /^[ -<>-~]*$/.test(value) : value === '' || (/^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(value) && value !== '.' && !value.startsWith('..'));
  return sound ? undefined : 'the beginning of an environment variable';
};
export const headerName = exact('the name of a header: letters, digits and hyphens', (value) => /^[-A-Za-z0-9]+$/.test(value));
export const sysctl = exact('the name of a kernel parameter', (value) => /^(?=.{1,253}$)([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$/.test(value));
export const absolutePath = exact('an absolute path', (value) => value.startsWith('/'));
/** A path within a volume. */
export const innerPath = exact('a relative path without ".."', (value) => !value.startsWith('/') && !value.split('/').includes('..'));
/** A path within a volume whose first folder does not start with `..` either: the kubelet keeps its own there. */
export const projectedPath = exact('a relative path without ".."', (value) => !value.startsWith('/') && !value.startsWith('..') && !value.split('/').includes('..'));
export const pathSegment = exact('a word without "/" and "%"', (value) => /^(?!\.{1,2}$)[^/%]*$/.test(value));
export const fileMode = range(0, 511);
export const noLessThanNothing: Allow = (value) => /^\s*-/.test(String(value)) ? 'a quantity that is not negative' : undefined;
export const positive: Allow = (value) => (parseQuantity(value) ?? 0) > 0 ? undefined : 'a quantity above nothing';
export const some: Allow = (value) => value.length > 0 ? undefined : 'at least one entry';

/** No two entries have the same text in a field. */
export const unique = (field: string): Allow => (value: any[]) => {
  const names = value.map((each) => map(each)[field]);
  return new Set(names).size === names.length ? undefined : `each ${field} once`;
};

/** Exactly one of the fields, whatever it holds. */
export const oneOf = (...fields: readonly string[]): Allow => (value) => given(value, fields) === 1 ? undefined : `one of ${fields.join(', ')}`;
/** At least one of the fields. */
export const anyOf = (...fields: readonly string[]): Allow => (value) => given(value, fields) > 0 ? undefined : `one of ${fields.join(', ')}`;

function given(value: unknown, fields: readonly string[]): number {
  return fields.filter((field) => (map(value)[field] ?? undefined) !== undefined).length;
}

function entries(expected: string, bad: ReadonlyArray<{ readonly problem: string }>): string | undefined {
  return bad.length === 0 ? undefined : `${expected}; here ${bad.map(({ problem }) => problem).join(', ')}`;
}
