import { CURED, isCured, nothing, Plan } from './plan';
import { Question } from '../question';
import { remedy, SHORTEST } from '../remedy';

/** The time of negative answers that a DNS operator renders. */
export function operatorField(question: Question): Plan {
  const { situation, zones, file } = question;
  if (isCured(file, question, { ...remedy(situation, zones, file), disables: false })) return nothing(CURED);
  return {
    kind: 'operator-field',
    negativeTtl: SHORTEST,
    reasons: [situation.platform.because],
    costs: [
      `it is for every name: that an outside name does not exist is kept ${SHORTEST} s only, so more questions go upstream`,
      'positive answers stay cached: a member that restarts is still looked for at its old address; the operator has no setting for single names',
    ],
    refusals: [],
  };
}
