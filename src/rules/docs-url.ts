import { ACKNOWLEDGEMENT } from './rule';

const PAGES = 'https://github.com/cdk8s-stateful/cdk8s-stateful/blob/main/docs';

/** Address of the page about a rule, or of the chapter about what is no rule of manifests. */
export function docsUrl(id: string): string {
  if (id === ACKNOWLEDGEMENT) return `${PAGES}/guides/findings.md#acknowledging`;
  return /^(yaml|input)-/.test(id) ? `${PAGES}/guides/checking.md#${id}` : `${PAGES}/rules/${id}.md`;
}
