/** Takes the field out. */
export const NOTHING = undefined;

const LONG = 'a'.repeat(64);

/** What people write by mistake, in whatever field. */
export const MISTAKES: readonly unknown[] = [
  NOTHING, null, '', ' ', 'x', 'A_b', 'a.b', 'a b', '-a', 'é', '0', '8080', 'true', '10%', '101%', '-1', '1Gi', '1.5', '/abs', '../up', 'a:b', '$(X)', 'a/b', '010.0.0.1', '10.0.0.1/8', '2001:db8::/32',
  LONG, `${LONG}.${LONG}.${LONG}.${LONG}`, 0, 1, -1, 1.5, 65536, 2147483648, 1e15, true, false,
  [], {}, [null], [''], ['x'], ['x', 'x'], [{}], { x: 'y' }, { 'a b': 'c' },
];

/** Mistakes that start from what is there: another case, one more, twice. */
export function nearby(value: unknown): unknown[] {
  if (typeof value === 'string') return [value.toLowerCase(), value.toUpperCase(), `${value}x`, `${value} `, value.slice(0, -1), `${value}/`, [value]].filter((other) => other !== value);
  if (typeof value === 'number') return [value + 1, value - 1, -value, value * 1000, String(value)].filter((other) => other !== value);
  if (typeof value === 'boolean') return [!value, String(value)];
  if (Array.isArray(value)) return value.length === 0 ? [] : [[...value, value[0]], [...value, null], [...value, {}], value.slice(1), { 0: value[0] }];
  if (value === null || typeof value !== 'object') return [];
  return [{ ...value, 'a b': 'x' }, { ...value, '': 'x' }, { ...value, 'x/': 'y' }, { ...value, [LONG]: 'x' }, { ...value, x: 'a b' }, { ...value, x: LONG }, { ...value, x: 1 }, [value]];
}

/** How a value is shown in a list of differences. */
export function shownValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  const json = JSON.stringify(value);
  return json.length > 200 ? `${json.slice(0, 190)}… (${json.length})` : json;
}
