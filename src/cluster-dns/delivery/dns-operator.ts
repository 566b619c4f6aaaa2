import { kept } from './gitops';
import { Rendered } from './rendered';
import { yamlText } from '../yaml-text';

/** The field from which OpenShift's DNS operator renders `denial` in every server block. */
export function dnsOperator(seconds: number): Rendered {
  const fileName = 'dns-operator.yaml';
  const object = {
    apiVersion: 'operator.openshift.io/v1',
    kind: 'DNS',
    metadata: { name: 'default', annotations: kept() },
    spec: { cache: { negativeTTL: `${seconds}s` } },
  };
  return {
    fileName,
    text: yamlText(object),
    object,
    how: [`kubectl apply --server-side --field-manager cluster-dns -f ${fileName}: only this field becomes yours`],
  };
}
