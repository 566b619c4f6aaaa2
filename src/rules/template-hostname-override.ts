import { shown } from './json';
import { isDnsSubdomain } from './label-syntax';
import type { Json, Rule } from './rule';

/** The minor version from which the field has an effect by default. */
const OVERRIDE_MINOR = 35;

export const templateHostnameOverride: Rule = {
  id: 'template-hostname-override',
  severity: 'error',
  title: 'the pod template sets no hostnameOverride',
  source: 'kubernetes v1.36.3 pkg/kubelet/kubelet_pods.go L583, gate HostnameOverride',
  set: (set, report, { minor }) => {
    const given = set.pod.hostnameOverride;
    if (given === undefined || given === null) return;
    const effective = minor >= OVERRIDE_MINOR;
    report({
      object: set.object,
      path: set.podPath('hostnameOverride'),
      severity: effective ? 'error' : 'warning',
      rejected: effective && isRefused(set.pod, given),
      message: `hostnameOverride ${shown(given)}${effective ? '' : `, which has no effect before Kubernetes 1.${OVERRIDE_MINOR} and takes it with the upgrade`}; `
        + 'every pod sees this one host name without a domain, so none can tell its ordinal',
      fix: 'remove hostnameOverride',
    });
  },
};

function isRefused({ setHostnameAsFQDN, hostNetwork }: Json, name: unknown): boolean {
  return setHostnameAsFQDN === true || hostNetwork === true || typeof name !== 'string' || name.length > 64 || !isDnsSubdomain(name);
}
