/**
 * What an unquoted scalar means to kubectl, Helm and Argo CD, which all read YAML through sigs.k8s.io/yaml: YAML 1.1
 * booleans (`yes`, `on`, `y`), octal `0755`, `1_000`; no base 60, no timestamps.
 *
 * @see go.yaml.in/yaml/v2 v2.4.3 resolve.go
 */
export type Scalar = string | number | boolean | null;

const WORDS = new Map<string, Scalar>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word) => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Infinity] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, -Infinity] as const),
]);

const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const POINT_FIRST = /^\.[0-9]+(_[0-9]+)*([eE][-+]?[0-9]+)?$/;
const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|([1-9][0-9]*|0))$/;
const LARGEST = 2n ** 64n - 1n;
const SMALLEST = -(2n ** 63n);

/** The value of an unquoted, untagged scalar. */
export function plainScalar(text: string): Scalar {
  const first = text.charCodeAt(0);
  // Most scalars are words, and few letters begin a word that means something else.
  if (first >= 0x41 && !'yYnNtTfFoO~'.includes(text[0])) return text;
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (first === 0x2e) return POINT_FIRST.test(text) ? Number(text.replace(/_/g, '')) : text;
  if (!(first >= 0x30 && first <= 0x39) && first !== 0x2b && first !== 0x2d) return text;
  if (isShortDecimal(text)) return Number(text);
  const plain = text.replace(/_/g, '');
  return integer(plain) ?? (FLOAT.test(plain) && Number.isFinite(Number(plain)) ? Number(plain) : text);
}

/** Digits without a sign or a zero before them, as nearly all numbers are written. */
function isShortDecimal(text: string): boolean {
  if (text.length > 15 || (text.charCodeAt(0) === 0x30 && text.length > 1)) return false;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i);
    if (digit < 0x30 || digit > 0x39) return false;
  }
  return true;
}

/** Go's ParseInt with base 0; undefined for what is none or needs more than 64 bits. */
function integer(text: string): number | undefined {
  const match = INTEGER.exec(text);
  if (!match) return undefined;
  const [, sign, hex, binary, octal, decimal] = match;
  const digits = hex ? `0x${hex}` : binary ? `0b${binary}` : octal ? `0o${octal}` : decimal;
  if (digits.length <= 15) return sign === '-' ? 0 - Number(digits) : Number(digits);
  const value = sign === '-' ? -BigInt(digits) : BigInt(digits);
  return value >= SMALLEST && value <= LARGEST && !(sign === '+' && value > -SMALLEST - 1n) ? Number(value) : undefined;
}
