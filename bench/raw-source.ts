/** The name that every object of the template derives its own name from. */
export const PLACEHOLDER = 'placeholder';

/** Source of the raw variant: the objects of one declared workload, written out as ApiObject literals. */
export function rawSource(objects: readonly any[]): string {
  const statements = objects.map((object, i) => `  new ApiObject(group, 'object-${i}', ${literal(object)});`);
  return [
    "const { ApiObject } = require('cdk8s');",
    "const { Construct } = require('constructs');",
    "const { measure } = require('./measure');",
    'measure((chart, name) => {',
    '  const group = new Construct(chart, name);',
    ...statements,
    '});',
    '',
  ].join('\n');
}

function literal(value: any): string {
  if (typeof value === 'string') {
    return value.includes(PLACEHOLDER) ? `\`${value.replaceAll(PLACEHOLDER, '${name}')}\`` : JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{ ${Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${literal(item)}`).join(', ')} }`;
}
