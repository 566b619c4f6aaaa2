import { map, shown, text } from './json';
import { ALWAYS, type Json, type Rule } from './rule';

/** The version to write, and those that no API server from 1.27 on serves, with where they ended. */
const KINDS: Readonly<Record<string, { readonly now: string; readonly gone: Readonly<Record<string, number>> }>> = {
  StatefulSet: { now: 'apps/v1', gone: { 'apps/v1beta1': 16, 'apps/v1beta2': 16 } },
  HorizontalPodAutoscaler: { now: 'autoscaling/v2', gone: { 'autoscaling/v2beta1': 25, 'autoscaling/v2beta2': 26 } },
};
/** The API's own groups: a custom resource may be called StatefulSet as well. */
const OWN = /^(v\d\w*|(apps|autoscaling|extensions|batch|policy)\/.*)$/;

/** Whether an object is a StatefulSet of a version in which the API server filled the selector in. */
export function isBeta({ apiVersion }: Json): boolean {
  return apiVersion === 'apps/v1beta1' || apiVersion === 'apps/v1beta2';
}

export const apiVersionServed: Rule = {
  id: 'api-version-served',
  severity: 'error',
  title: 'a StatefulSet is of apps/v1, and its autoscaler of a version that is served',
  source: 'kubernetes.io/docs/reference/using-api/deprecation-guide: apps/v1beta1 and v1beta2 until 1.15, autoscaling/v2beta1 until 1.24, v2beta2 until 1.25',
  rejected: ALWAYS,
  all: (all, report) => {
    for (const object of all.objects) {
      const kind = text(object?.kind) ?? '';
      const apiVersion = text(object?.apiVersion);
      if (!Object.hasOwn(KINDS, kind) || apiVersion === undefined || !OWN.test(apiVersion)) continue;
      const { now, gone } = KINDS[kind];
      const minor = gone[apiVersion];
      const group = now.split('/')[0];
      const wrong = minor !== undefined || apiVersion.split('/')[0] !== group;
      if (!wrong || (kind !== 'StatefulSet' && map(map(object.spec).scaleTargetRef).kind !== 'StatefulSet')) continue;
      report({
        object,
        path: ['apiVersion'],
        message: `apiVersion is ${shown(apiVersion)}; ${minor === undefined ? `the API has no ${kind} there` : `it is not served from Kubernetes 1.${minor} on`}, and nothing is created`,
        fix: isBeta(object) ? `write apiVersion: ${now}, spec.selector, and updateStrategy type: OnDelete where v1beta1 left it out and it is meant` : `write apiVersion: ${now}`,
      });
    }
  },
};
