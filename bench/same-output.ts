import { LAYOUTS } from './cells';
import { render } from './children';

/** Enough for two charts. */
const COUNT = 12;
/** How much more or less text `plus` may write: it cannot leave out what cdk8s-plus always renders. */
const TOLERANCE = 0.1;

/** Ratios mean something only between programs that write the same. */
export function requireSameOutput(): void {
  for (const layout of LAYOUTS) {
    const cell = { layout, count: COUNT };
    const [ours, raw, plus] = ['ours', 'raw', 'plus'].map((variant) => render(variant, cell));
    for (const file of new Set([...ours.keys(), ...raw.keys()])) {
      if (ours.get(file) !== raw.get(file)) throw new Error(`${file} differs between ours and raw (${COUNT} workloads, layout ${layout})`);
    }
    if (kinds(ours) !== kinds(plus)) throw new Error(`ours renders ${kinds(ours)}, plus ${kinds(plus)} (${COUNT} workloads, layout ${layout})`);
    const more = size(plus) / size(ours) - 1;
    if (Math.abs(more) > TOLERANCE) throw new Error(`plus writes ${(100 * more).toFixed(0)} % more text than ours: the two no longer render the same fields`);
  }
}

function size(files: Map<string, string>): number {
  return [...files.values()].join('').length;
}

function kinds(files: Map<string, string>): string {
  const found = [...files.values()].flatMap((text) => text.match(/^kind: .*$/gm) ?? []);
  return [...new Set(found)].sort().map((kind) => `${found.filter((k) => k === kind).length} ${kind}`).join(', ');
}
