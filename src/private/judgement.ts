// What a synth needs and a declaration does not: read when a synth first asks.
export { acrossCharts } from './across-charts';
export { attachedProblems } from './attached';
export { writeInOneWalk } from './chart-text';
export { withoutConsequences } from './consequences';
export { neighbours } from './neighbours';
export { podProblems } from './pod-parts';
export { findingLine, printWarnings } from './report';
export { scaleTarget, scaleTargets } from './scale-targets';
export { identityTables, tableText } from '../output/identity-table';
