export { RULES } from './index';
export { budgetsOver, judge, silence } from './run';
