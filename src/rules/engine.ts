export { RULES } from './index';
export { acknowledged, budgetsOver, judge, silence } from './run';
