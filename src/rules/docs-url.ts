import { ACKNOWLEDGEMENT } from './rule';

const PAGES = 'https://github.com/cdk8s-stateful/cdk8s-stateful/blob/main/docs';

/** Address of the page that every rule has, or of the chapter about what is no rule of manifests. */
export function docsUrl(id: string): string {
  if (id === ACKNOWLEDGEMENT) return `${PAGES}/guides/findings.md#acknowledging`;
  if (/^(yaml|input)-/.test(id)) return `${PAGES}/guides/checking.md#${id}`;
  return `${PAGES}/rules/${id}.md`;
}
