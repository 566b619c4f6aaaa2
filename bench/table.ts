import { Cell, LOADERS, LOADING, VARIANTS } from './cells';
import { Verdict } from './goals';
import { Quantity, Samples, Spread, median } from './samples';

const OTHERS = VARIANTS.filter((variant) => variant !== 'ours');

/** Ratios of all that was measured; the absolute figures belong to this machine and this moment only. */
export function table(cells: readonly Cell[], samples: Samples): string {
  const head = ['layout', 'N', ...OTHERS.flatMap((other) => [`CPU ours/${other}`, `memory ours/${other}`]), dim(`CPU ms ${VARIANTS.join(' ')}`)];
  const rows = cells.map((cell) => [
    cell.layout,
    String(cell.count),
    ...OTHERS.flatMap((other) => [compared(samples, other, cell, 'cpu'), compared(samples, other, cell, 'memory')]),
    dim(VARIANTS.map((variant) => milliseconds(samples, variant, cell)).join(' ')),
  ]);
  const loading = samples.spread(LOADERS.map((loader) => [loader, LOADING]), (ours, plus) => ours.cpu / plus.cpu);
  return [...aligned([head, ...rows]), '', `loading ours / cdk8s-plus-28, CPU: ${shown(loading)}`].join('\n');
}

export function goalLines(verdicts: readonly Verdict[]): string {
  return verdicts.map(({ goal, spread, met }) => {
    const state = spread === undefined ? 'not measured' : met ? 'met' : 'MISSED';
    return `${state.padEnd(12)} ${goal.name}: ${shown(spread)} (goal ${goal.below ? '<' : '<='} ${goal.limit})`;
  }).join('\n');
}

function compared(samples: Samples, other: string, cell: Cell, quantity: Quantity): string {
  return shown(samples.spread([['ours', cell], [other, cell]], (ours, theirs) => ours[quantity] / theirs[quantity]));
}

function shown(spread: Spread | undefined): string {
  return spread ? `${spread.median.toFixed(2)} (${spread.min.toFixed(2)}–${spread.max.toFixed(2)}, ${spread.rounds})` : '-';
}

function milliseconds(samples: Samples, variant: string, cell: Cell): string {
  return median(samples.of(variant, cell).map((sample) => sample.cpu)).toFixed(0);
}

function aligned(rows: readonly string[][]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => row.map((text, column) => text.padEnd(widths[column])).join('  ').trimEnd());
}

function dim(text: string): string {
  return process.stdout.isTTY ? `\u001b[2m${text}\u001b[0m` : text;
}
