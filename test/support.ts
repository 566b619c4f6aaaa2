import { App, Chart, Size, Testing, Yaml } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { StatefulWorkload, StatefulWorkloadProps } from '../src';

/** A chart in namespace `prod` of an app of its own. */
export function chart(namespace: string | undefined = 'prod'): Chart {
  return new Chart(Testing.app(), 'test', { namespace });
}

export interface WorkloadUnderTest {
  readonly chart: Chart;
  readonly workload: StatefulWorkload;
  readonly container: kplus.Container;
}

/** A sound workload `db` of three members with a port, a readiness probe and a mounted claim. */
export function db(props: StatefulWorkloadProps = {}, scope = chart(), id = 'db'): WorkloadUnderTest {
  const workload = new StatefulWorkload(scope, id, { replicas: 3, runAs: 1000, ...props });
  const container = workload.addContainer({
    image: 'example/db:1',
    ports: [{ name: 'sql', number: 5432 }],
    readiness: kplus.Probe.fromTcpSocket({ port: 5432 }),
  });
  workload.claim('data', { storage: Size.gibibytes(1) }).mount(container, '/data');
  return { chart: Chart.of(scope), workload, container };
}

/** The rendered objects by `Kind/name`. */
export function rendered(scope: Chart): Record<string, any> {
  return Object.fromEntries(Testing.synth(scope).map((object) => [`${object.kind}/${object.metadata.name}`, object]));
}

export function set(scope: Chart, name = 'db'): any {
  return rendered(scope)[`StatefulSet/${name}`];
}

export function pod(scope: Chart, name = 'db'): any {
  return set(scope, name).spec.template.spec;
}

export function yaml(scope: Chart): string {
  return Yaml.stringify(...Testing.synth(scope));
}

/** Rule ids of a workload's findings of a severity, in order of report. */
export function ruleIds(workload: StatefulWorkload, severity = 'error'): string[] {
  return workload.findings.filter((f) => f.severity === severity).map((f) => f.ruleId);
}

/** The message of the refusal that a synth ends with. */
export function refusal(scope: Chart): string {
  try {
    Testing.synth(scope);
  } catch (e) {
    return (e as Error).message;
  }
  throw new Error('the synth was not refused');
}

export function app(scope: Chart): App {
  return scope.node.root as App;
}
