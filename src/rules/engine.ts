export { docsUrl } from './docs-url';
export { RULES } from './index';
export { identityOf } from './object-set';
export { acknowledged, budgetsOver, judge, silence } from './run';
