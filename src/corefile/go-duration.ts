const UNITS: Readonly<Record<string, number>> = { ns: 1e-9, us: 1e-6, µs: 1e-6, μs: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 };
const PART = /(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g;

/** Seconds of a duration as Go's time.ParseDuration reads it: `1m30s`, `0`; undefined when it is none. */
export function goDuration(text: string): number | undefined {
  const [, sign, rest] = /^([+-]?)(.*)$/s.exec(text)!;
  if (rest === '0') return 0;
  const parts = [...rest.matchAll(PART)];
  if (rest === '' || parts.map(([part]) => part).join('') !== rest) return undefined;
  const seconds = parts.reduce((sum, [, number, unit]) => sum + Number(number) * UNITS[unit], 0);
  return sign === '-' ? -seconds : seconds;
}
