/** Readers that never throw, whatever a manifest holds in the place. */

/** The value as a list; empty when it is none. */
export function list(value: unknown): any[] {
  return Array.isArray(value) ? value : [];
}

/** The value as an object; empty when it is none. */
export function map(value: unknown): Record<string, any> {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? value as Record<string, any> : {};
}

/** The value as text; undefined when it is no string. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** How a value is shown in a message: JSON, cut to a readable length. */
export function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? 'nothing';
  return json.length > 80 ? `${json.slice(0, 77)}…` : json;
}

/** `spec.containers[0].name` from its parts; keys that are no plain words stand in brackets. */
export function formatPath(path: ReadonlyArray<string | number>): string {
  return path.map((part, i) => typeof part === 'number' ? `[${part}]`
    : !/^[A-Za-z_][A-Za-z0-9_]*$/.test(part) ? `["${part}"]`
      : i === 0 ? part : `.${part}`).join('');
}
