import { ApiObject } from 'cdk8s';
import { Finding } from '../rules/finding';

/** One thing that is wrong with a declaration, in the words of its author. */
export interface Problem {
  /** Id of the rule that says the same of a manifest, where there is one; `declaration` when absent. */
  readonly ruleId?: string;
  /** The prop or the call. */
  readonly field: string;
  /** What was given and what breaks. */
  readonly message: string;
  /** What to write instead. */
  readonly fix: string;
  /** `error` when absent. */
  readonly severity?: 'error' | 'warning';
  /** False when absent. */
  readonly acknowledgeable?: boolean;
}

/** An object could not be rendered for a reason that has been reported already, in better words. */
export class AlreadyReported extends Error {}

/** A problem as a finding about the object that the declaration renders. */
export function declared(object: ApiObject, constructPath: string, problem: Problem): Finding {
  return {
    ruleId: problem.ruleId ?? 'declaration',
    severity: problem.severity ?? 'error',
    message: problem.message,
    fix: problem.fix,
    apiVersion: object.apiVersion,
    kind: object.kind,
    namespace: object.metadata.namespace ?? '',
    name: object.name,
    path: problem.field,
    acknowledgeable: problem.acknowledgeable ?? false,
    constructPath,
  };
}
