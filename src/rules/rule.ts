import type { ObjectSet } from './object-set';
import type { SetView } from './set-view';

/** A rendered object, as plain JSON. */
export type Json = any;

/** Path of a field: keys and list indices. */
export type FieldPath = ReadonlyArray<string | number>;

export type Severity = 'error' | 'warning' | 'info';

/** One problem, before it becomes a finding. */
export interface Problem {
  readonly object: Json;
  readonly path: FieldPath;
  /** The name in the text of the field that the problem is about: a text may have many lines. */
  readonly word?: string;
  /** What was given and what breaks at run time. */
  readonly message: string;
  /** What to write instead. */
  readonly fix: string;
  /** Overrides the rule's severity for this problem. */
  readonly severity?: Severity;
  /**
   * True or false where the API server's verdict differs from the rule's own `rejected` for this problem.
   * Say true only of text that a real server of the target version has refused.
   */
  readonly rejected?: boolean;
  /**
   * Whether the problem is that an object is missing which may be in the cluster all the same: a warning, and an error
   * in a closed world. Takes the place of `severity`.
   */
  readonly outside?: boolean;
  /**
   * The StatefulSet that the problem is about, where `object` is another one: its annotations can acknowledge it.
   * Rules of the `set` form need not say it.
   */
  readonly set?: SetView;
  /** Another object that is as much to blame, so that both declarations can be named. */
  readonly related?: Json;
}

/** The target that manifests are judged for. */
export interface Target {
  /** Minor version of Kubernetes 1.x. */
  readonly minor: number;
  /** Cluster domain, for example `cluster.local`. */
  readonly clusterDomain: string;
  /**
   * Whether every object that the workloads need is among those that are judged.
   *
   * @default false
   */
  readonly closedWorld?: boolean;
}

export type Report = (problem: Problem) => void;

/** An invariant of rendered manifests: pure, linear in what it reads, silent when all is well. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** One sentence: the invariant. */
  readonly title: string;
  /** Source line, issue or run that backs the claim. */
  readonly source: string;
  /** Whether the API server of this minor version rejects a violation at apply: then nothing can acknowledge it. */
  readonly rejected?: (minor: number) => boolean;
  /** Whether it holds back where a rule of its own tells an error of the same field, acknowledged or not. */
  readonly general?: boolean;
  /** Called once for every StatefulSet. */
  readonly set?: (set: SetView, report: Report, target: Target) => void;
  /** Called once, for rules that start from other objects. */
  readonly all?: (all: ObjectSet, report: Report, target: Target) => void;
}

/** The API server rejects it in every version we know. */
export const ALWAYS = () => true;

/** The API server rejects it from this minor version on. */
export const since = (minor: number) => (actual: number) => actual >= minor;

/** Reported where somebody acknowledges what no reason makes work. */
export const ACKNOWLEDGEMENT = 'acknowledgement';

/** Ids of findings about what never reaches a manifest. */
export const RANGE_UNSTATED = 'bootstrap-range-unstated';
export const AUTOSCALER_DERIVED = 'autoscaler-derived';
export const AUTOSCALER_MISSING = 'autoscaler-missing';
export const PEER_SERVICES_UNUSED = 'peer-services-unused';
/** Of containers that carry what cdk8s-plus assumes; acknowledged with a reason where the values are meant. */
export const PLUS_DEFAULTS = 'plus-defaults';

/** What can be acknowledged and is no rule of manifests. */
export const OF_DECLARATIONS: readonly string[] = [RANGE_UNSTATED, AUTOSCALER_DERIVED, AUTOSCALER_MISSING, PEER_SERVICES_UNUSED, PLUS_DEFAULTS];
