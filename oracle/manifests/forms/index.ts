import { BUDGET_FORMS } from './budgets';
import { CHANGE_FORMS } from './changes';
import { CLAIM_FORMS } from './claims';
import { ENDPOINT_FORMS } from './endpoints';
import { EXISTENCE_FORMS } from './existence';
import { FIELD_FORMS } from './fields';
import { Form } from './form';
import { UPDATE_FORMS } from './updates';

/** Every sentence about what is seen; the first that fits is taken. */
export const FORMS: readonly Form[] = [
  ...BUDGET_FORMS, ...ENDPOINT_FORMS, ...CLAIM_FORMS, ...UPDATE_FORMS, ...CHANGE_FORMS, ...EXISTENCE_FORMS, ...FIELD_FORMS,
];
