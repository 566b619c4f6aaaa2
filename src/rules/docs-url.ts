import { ACKNOWLEDGEMENT } from './rule';

const PAGES = 'https://github.com/cdk8s-stateful/cdk8s-stateful/blob/main/docs';

/** Rules with a page of their own; the others stand in the list of all rules. */
const WITH_PAGE = /^(corefile-|dns-negative-cache$)/;

/** Address of the page about a rule, or of the chapter about what is no rule of manifests. */
export function docsUrl(id: string): string {
  if (id === ACKNOWLEDGEMENT) return `${PAGES}/guides/findings.md#acknowledging`;
  if (/^(yaml|input)-/.test(id)) return `${PAGES}/guides/checking.md#${id}`;
  return `${PAGES}/rules/${id}.md`;
}
