import { Problem } from './problem';

/** Labels of the pods that say otherwise than the selector, which is that of Service, budget and spread too. */
export function labelProblems(selector: { readonly [key: string]: string }, podLabels: { readonly [key: string]: string } = {}): Problem[] {
  return Object.keys(selector).filter((key) => key in podLabels && podLabels[key] !== selector[key]).map((key) => ({
    ruleId: 'selector-matches-template',
    field: `podMetadata.labels[${JSON.stringify(key)}]`,
    message: `the pods would carry ${JSON.stringify(podLabels[key])} and the selector asks for ${JSON.stringify(selector[key])}: `
      + 'the API server refuses the set, and its Service and budget select no pod',
    fix: 'leave the label out here, or say it in selector or app',
  }));
}
