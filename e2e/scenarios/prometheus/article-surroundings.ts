import { gzipSync } from 'zlib';
import { stringify } from 'yaml';
import { KubernetesObject } from '../../control-plane/resource-paths';

export const NAMESPACE = 'kubesphere-monitoring-system';
export const RULE_FILES = 'prometheus-k8s-rulefiles-0';

const CONFIG = {
  global: { scrape_interval: '1s', external_labels: { prometheus: `${NAMESPACE}/k8s`, prometheus_replica: '$(POD_NAME)' } },
  rule_files: [`/etc/prometheus/rules/${RULE_FILES}/*.yaml`],
  scrape_configs: [{ job_name: 'prometheus', static_configs: [{ targets: ['localhost:9090'] }] }],
};

/** What the article's manifest refers to, and its operator has made: no part of the StatefulSet. */
export function surroundings(): KubernetesObject[] {
  const secret = (name: string, data: Readonly<Record<string, string>>) => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace: NAMESPACE }, data });
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'prometheus-k8s', namespace: NAMESPACE } },
    secret('prometheus-k8s', { 'prometheus.yaml.gz': gzipSync(stringify(CONFIG)).toString('base64') }),
    secret('prometheus-k8s-tls-assets', {}),
    secret('kube-etcd-client-certs', {}),
    ruleFiles('first'),
  ];
}

/** The ConfigMap of rules, with one that records a constant. */
export function ruleFiles(record: string): KubernetesObject {
  const groups = [{ name: 'scenario', interval: '1s', rules: [{ record, expr: 'vector(1)' }] }];
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: RULE_FILES, namespace: NAMESPACE }, data: { 'rules.yaml': stringify({ groups }) } };
}
