import type { Finding } from '../rules/finding';
import type { Json } from '../rules/rule';

/** What a run saw and said, in numbers. */
export interface Summary {
  readonly files: number;
  /** Objects with a kind, whether a rule reads them or not. */
  readonly objects: number;
  readonly statefulSets: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

export function summaryOf(findings: readonly Finding[], files: number, objects: readonly Json[]): Summary {
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return {
    files,
    objects: objects.length,
    statefulSets: objects.filter(({ kind }) => kind === 'StatefulSet').length,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
  };
}
