import { parseArgs } from 'util';
import { COUNTS, LAYOUTS, Layout, QUICK_COUNTS } from './cells';

export interface Options {
  readonly rounds: number;
  readonly counts: readonly number[];
  readonly layouts: readonly Layout[];
  /** Fail when a goal is missed. */
  readonly check: boolean;
  readonly json: boolean;
}

export function options(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string' },
      n: { type: 'string' },
      layout: { type: 'string' },
      quick: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const layouts = values.layout === undefined ? LAYOUTS : LAYOUTS.filter((layout) => layout === values.layout);
  if (layouts.length === 0) throw new Error(`--layout ${values.layout} is neither ${LAYOUTS.join(' nor ')}`);
  return {
    rounds: values.rounds === undefined ? (values.quick ? 3 : 5) : positive('--rounds', values.rounds),
    counts: values.n === undefined ? (values.quick ? QUICK_COUNTS : COUNTS) : values.n.split(',').map((n) => positive('--n', n)),
    layouts,
    check: values.check,
    json: values.json,
  };
}

function positive(option: string, text: string): number {
  if (!/^[1-9][0-9]*$/.test(text)) throw new Error(`${option} ${text} is not a whole number from 1 on`);
  return Number(text);
}
