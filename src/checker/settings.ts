import type { Finding } from '../rules/finding';
import type { Severity, Target } from '../rules/rule';
import { DEFAULT_TARGET } from '../rules/target';

/** A finding that is known and accepted, by its rule and what narrows it down. */
export interface Suppression {
  readonly rule: string;
  readonly reason: string;
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
  /** Glob over the path of the file. */
  readonly file?: string;
  /** Where it is written, for what is to be said about it. */
  readonly at: SettingPlace;
}

/** Where a setting is written; without a file, an argument or a prop of that name. */
export type SettingPlace = Pick<Finding, 'path' | 'file' | 'line' | 'column'>;

/** How a run judges. */
export interface Settings {
  readonly target: Target;
  /** Rules that say nothing but what the API server rejects, each with the place that says so. */
  readonly disabled: ReadonlyMap<string, SettingPlace>;
  /** Severities by rule, in place of its own. */
  readonly severities: ReadonlyMap<string, Severity>;
  readonly suppressions: readonly Suppression[];
  /** What is wrong about the settings themselves. */
  readonly findings: readonly Finding[];
}

export const DEFAULT_SETTINGS: Settings = { target: DEFAULT_TARGET, disabled: new Map(), severities: new Map(), suppressions: [], findings: [] };

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
