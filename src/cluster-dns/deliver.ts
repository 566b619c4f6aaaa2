import { Advice, Edit } from './advice';
import { configMap } from './delivery/config-map';
import { corednsCustom, serverBlockText } from './delivery/coredns-custom';
import { corefile, corefileToLookAt } from './delivery/corefile';
import { dnsOperator } from './delivery/dns-operator';
import { eksConfigurationValues } from './delivery/eks';
import { helmChartConfig, helmValuesFile } from './delivery/helm';
import { jsonPatch } from './delivery/json-patch';
import { kops } from './delivery/kops';
import { kubespray } from './delivery/kubespray';
import { kustomize } from './delivery/kustomize';
import { Rendered } from './delivery/rendered';
import { strategicMerge } from './delivery/strategic-merge';
import { chartOf } from './helm-servers';
import { kubernetesDomains } from './kubernetes-domain';
import { Delivery } from './platform';
import { parse } from '../corefile/parse';

/** A way to write the change down. */
export type Format = 'configmap' | 'json-patch' | 'kustomize' | 'strategic-merge' | 'corefile' | 'coredns-custom' | 'server-block'
| 'eks-configuration-values' | 'helm-chart-config' | 'helm-values' | 'kops' | 'kubespray' | 'dns-operator';

/** The formats of a delivery, the usual one first. */
const FORMATS: Readonly<Record<Delivery, readonly Format[]>> = {
  'config-map': ['configmap', 'json-patch', 'kustomize', 'strategic-merge', 'corefile'],
  'own-server-block': ['coredns-custom', 'server-block'],
  'eks-add-on': ['eks-configuration-values', 'corefile'],
  'helm-chart-config': ['helm-chart-config', 'helm-values', 'corefile'],
  'helm-values': ['helm-values', 'corefile'],
  'kops-cluster': ['kops', 'corefile'],
  'kubespray-variable': ['kubespray', 'corefile'],
  'dns-operator': ['dns-operator'],
  'no-corefile': ['configmap'],
  'no-setting': [],
};

/** Every format, in the order in which people are told of them. */
export const ALL_FORMATS: readonly Format[] = [...new Set(Object.values(FORMATS).flat())];

export function formatsOf(delivery: Delivery): readonly Format[] {
  return FORMATS[delivery];
}

/** The ways to write a changed ConfigMap down, one file each. */
const EDITS: Readonly<Partial<Record<Format, (edit: Edit) => Rendered>>> = {
  'configmap': configMap,
  'json-patch': jsonPatch,
  'strategic-merge': strategicMerge,
  'corefile': corefile,
  'eks-configuration-values': eksConfigurationValues,
};

function main(advice: Advice, format: Format): Rendered | undefined {
  const { edit, serverBlock, negativeTtl, platform, zones } = advice;
  if (serverBlock) return format === 'server-block' ? serverBlockText(serverBlock) : corednsCustom(serverBlock, platform.namespace);
  if (negativeTtl !== undefined) return dnsOperator(negativeTtl);
  if (!edit) return undefined;
  if (format === 'kubespray') return kubespray(edit, zones[0]);
  const chart = chartOf(platform.delivery, kubernetesDomains(parse(edit.text)));
  if (format === 'helm-chart-config') return helmChartConfig(edit, chart);
  if (format === 'helm-values') return helmValuesFile(edit, chart);
  const [usual] = formatsOf(platform.delivery);
  if (format === 'corefile' && platform.delivery !== 'config-map') return corefileToLookAt(edit, usual);
  return EDITS[format]!(edit);
}

/** The files of an advice in one of its platform's formats; none if there is nothing to do. */
export function deliver(advice: Advice, format: Format): readonly Rendered[] {
  const { edit, nodeLocalEdit, platform } = advice;
  if (!formatsOf(platform.delivery).includes(format)) {
    throw new RangeError(`${platform.title} takes no ${format}: it takes ${formatsOf(platform.delivery).join(', ') || 'nothing'}`);
  }
  const edits = [edit, nodeLocalEdit].filter((each) => each !== undefined);
  if (edits.length === 0 && !advice.serverBlock && advice.negativeTtl === undefined) return [];
  if (format === 'kustomize') return [kustomize(edits)];
  if (format === 'kops') return [kops(edit, nodeLocalEdit)];
  const front = nodeLocalEdit && ((format in EDITS && format !== 'eks-configuration-values' ? EDITS[format] : undefined) ?? configMap)(nodeLocalEdit);
  return [main(advice, format), front].filter((each) => each !== undefined);
}

/** Every file that an advice can be written as, one for each name. */
export function deliverAll(advice: Advice): readonly Rendered[] {
  const files = formatsOf(advice.platform.delivery).flatMap((format) => deliver(advice, format));
  return [...new Map(files.map((file) => [file.fileName, file])).values()];
}
