export { catalogue, type RuleDescription } from './catalogue';
export { nearest } from './acknowledgements';
export { Check, type CheckResult } from './check';
export { ConfigError, readConfig } from './config';
export { decode } from './decode';
export { ruleIds } from './rule-ids';
export { DEFAULT_SETTINGS, SEVERITIES, type Settings } from './settings';
export { REPORTS } from './reports';
export { parseMinor } from '../rules/target';
