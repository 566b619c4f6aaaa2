import { Size, SizeRoundingBehavior } from 'cdk8s';
import type { ClaimOptions } from '../claim-template';
import { Problem } from './problem';

const KIBI_OF_MEBI = 1024;

/** What is wrong with the options of a claim, before anything is rendered. */
export function claimProblems(name: string, options: ClaimOptions): Problem[] {
  const call = `claim(${JSON.stringify(name)})`;
  const size = sizeFault(options?.storage);
  return [
    ...size ? [{ field: `${call}.storage`, ...size }] : [],
    ...options?.dataSource && options.dataSourceRef ? [{
      field: `${call}.dataSourceRef`,
      message: 'dataSource and dataSourceRef are both given: the API server fills in the one that is missing, and refuses two that differ',
      fix: 'keep dataSourceRef, which takes every kind of object',
    }] : [],
  ];
}

/** A second claim of one name. */
export function duplicateClaim(name: string): Problem {
  const given = JSON.stringify(name);
  return {
    ruleId: 'vct-duplicate-name',
    field: `claim(${given})`,
    message: `two claim templates are called ${given}: the API server keeps the last one without a word`,
    fix: 'give each claim a name of its own',
  };
}

/** The same options with a size that can be rendered, to go on with. */
export function usableOptions(options: ClaimOptions): ClaimOptions {
  return sizeFault(options?.storage) ? { ...options, storage: Size.gibibytes(1) } : options;
}

function sizeFault(storage: unknown): { readonly message: string; readonly fix: string } | undefined {
  const size = storage as Size | undefined;
  if (typeof size?.toKibibytes !== 'function') {
    return {
      message: `${JSON.stringify(storage) ?? 'nothing'} is given: a claim without a size is refused by the API server`,
      fix: 'write a Size, for example storage: Size.gibibytes(10)',
    };
  }
  const kibibytes = size.toKibibytes({ rounding: SizeRoundingBehavior.NONE });
  return Number.isInteger(kibibytes) ? undefined : {
    message: `${kibibytes} KiB is no whole number: the size would be rounded by somebody else, and differ from what was declared`,
    fix: `write a whole number of a smaller unit, for example Size.mebibytes(${Math.ceil(kibibytes / KIBI_OF_MEBI)})`,
  };
}
