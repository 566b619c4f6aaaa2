import { Rendered } from './rendered';
import { Edit } from '../advice';
import { helmValues } from '../helm-servers';
import { HelmChart, HelmValues } from '../helm-template';
import { yamlText } from '../yaml-text';

/** Refused before, so that there is a way to say the text here. */
function values({ text }: Edit, chart: HelmChart): HelmValues {
  const found = helmValues(text, chart);
  if ('code' in found) throw new Error(found.message);
  return found;
}

/** Values of the CoreDNS Helm chart, with the servers list in full. */
export function helmValuesFile(edit: Edit, chart: HelmChart): Rendered {
  const fileName = 'coredns.values.yaml';
  return {
    fileName,
    text: yamlText(values(edit, chart)),
    how: [`helm upgrade --reuse-values -f ${fileName} …: Helm replaces lists, so this servers list is the whole of it`],
  };
}

/** RKE2's way to give values to the chart that it installs. */
export function helmChartConfig(edit: Edit, chart: HelmChart): Rendered {
  const fileName = 'rke2-coredns.yaml';
  const object = {
    apiVersion: 'helm.cattle.io/v1',
    kind: 'HelmChartConfig',
    metadata: { name: 'rke2-coredns', namespace: 'kube-system' },
    spec: { valuesContent: yamlText(values(edit, chart)) },
  };
  return {
    fileName,
    text: yamlText(object),
    object,
    how: [`kubectl apply -f ${fileName}, or put it into the manifests folder of a server node; if there is such an object already, merge the two valuesContent`],
  };
}
