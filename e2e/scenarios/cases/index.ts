import { orderedStart } from './ordered-start';
import { Scenario } from '../scenario';

/** All scenarios, in the order in which they run: those that disturb others last. */
export const SCENARIOS: readonly Scenario[] = [
  orderedStart,
];
