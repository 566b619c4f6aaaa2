import { Chart, Size } from 'cdk8s';
import { container } from './container';
import { StatefulWorkload } from 'cdk8s-stateful';

/** One workload, declared. */
export function declare(chart: Chart, name: string): void {
  const workload = new StatefulWorkload(chart, name, { replicas: 3, containers: [container()] });
  workload.claim('data', { storage: Size.gibibytes(10) }).mount(workload.containers[0], '/var/lib/db');
  workload.addClientService();
}
