// What a synth needs and a declaration does not: read when a synth first asks.
export { attachedProblems } from './attached';
export { withoutConsequences } from './consequences';
export { podProblems } from './pod-parts';
export { findingLine, printWarnings } from './report';
export { scaleTarget, scaleTargets } from './scale-targets';
