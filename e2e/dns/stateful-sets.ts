import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { parseAllDocuments } from 'yaml';
import { StatefulIdentity, StatefulWorkload } from '../../src';
import { KubernetesObject } from '../control-plane/resource-paths';

/** A set of two pods: the first one runs, and asks for the second one too early. */
export interface LateSet {
  readonly identity: StatefulIdentity;
  readonly objects: readonly KubernetesObject[];
}

export const NAMESPACE = 'dns';

/** Renders one headless Service and StatefulSet for each name. */
export function lateSets(names: readonly string[]): ReadonlyMap<string, LateSet> {
  const app = new App();
  const chart = new Chart(app, 'dns', { namespace: NAMESPACE });
  const workloads = names.map((name) => {
    const workload = new StatefulWorkload(chart, name, { replicas: 2, runAs: 1000 });
    workload.addContainer({
      name: 'redis', image: 'redis:8.10.2', ports: [{ name: 'redis', number: 6379 }], readiness: kplus.Probe.fromTcpSocket({ port: 6379 }),
    });
    return workload;
  });
  const objects = objectsOf(app.synthYaml());
  return new Map(workloads.map(({ name, identity, service, statefulSet }) => [name, {
    identity,
    objects: objects.filter(({ kind, metadata }) => [service, statefulSet].some((each) => each.kind === kind && each.name === metadata.name)),
  }]));
}

/** The set of a manifest that has one. */
export function setOfManifest(yaml: string): LateSet {
  const objects = objectsOf(yaml);
  const { metadata, spec } = objects.find(({ kind }) => kind === 'StatefulSet')!;
  const identity = new StatefulIdentity({ setName: metadata.name, serviceName: spec.serviceName, namespace: metadata.namespace, replicas: spec.replicas });
  return { identity, objects };
}

function objectsOf(yaml: string): KubernetesObject[] {
  return parseAllDocuments(yaml).map((document) => document.toJS());
}
