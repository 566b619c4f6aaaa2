import { Rendered } from './rendered';
import { Edit } from '../advice';
import { yamlText } from '../yaml-text';

/** The part of a kOps cluster spec that holds the whole Corefile. */
export function kops(edit: Edit | undefined, nodeLocal: Edit | undefined): Rendered {
  const kubeDNS = {
    ...(edit && { provider: 'CoreDNS', externalCoreFile: edit.text }),
    ...(nodeLocal && { nodeLocalDNS: { externalCoreFile: nodeLocal.text } }),
  };
  return {
    fileName: 'kops-kube-dns.yaml',
    text: yamlText({ spec: { kubeDNS } }),
    how: ['merge it into the cluster spec with `kops edit cluster`, then `kops update cluster --yes`'],
  };
}
