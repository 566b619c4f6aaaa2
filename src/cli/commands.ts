/** What the commands do, apart from their arguments: compiled into one file, since finding and reading many costs more than running them. */
export { listRules } from './list-rules';
export { explain, runCheck, type CheckArguments } from './run-check';
