const QUANTITY = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\d+))?$/;

const SUFFIX: Readonly<Record<string, number>> = {
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};
// Divided by, so that 100m is exactly 0.1.
const FRACTION: Readonly<Record<string, number>> = { n: 1e9, u: 1e6, m: 1e3 };

/** The number a Kubernetes quantity stands for; undefined when the API server cannot read it. */
export function parseQuantity(value: unknown): number | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const match = QUANTITY.exec(String(value).trim());
  if (!match) return undefined;
  const [, number, suffix, exponent] = match;
  if (exponent !== undefined) return Number(`${number}e${exponent}`);
  if (suffix === undefined) return Number(number);
  return suffix in FRACTION ? Number(number) / FRACTION[suffix] : Number(number) * SUFFIX[suffix];
}
