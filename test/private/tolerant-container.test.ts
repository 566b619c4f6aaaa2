import * as kplus from 'cdk8s-plus-28';
import { tolerantly } from '../../src/private/tolerant-container';
import { db, pod, refusal } from '../support';

const errors = (props: object, init = false) => {
  const it = db({ kubernetesVersion: '1.29' });
  const container = init ? it.workload.addInitContainer({ image: 'example/two:1', ...props }) : it.workload.addContainer({ name: 'two', image: 'example/two:1', ...props });
  return { ...it, container, errors: it.workload.findings.filter((f) => f.severity === 'error').map((f) => [f.path, f.message]) };
};

test('fails an init container with probes by each of them, and goes on without', () => {
  const probe = kplus.Probe.fromCommand(['true']);
  const it = errors({ name: 'wait', readiness: probe, startup: probe }, true);
  expect(it.errors).toEqual(['readiness', 'startup'].map((kind) => [
    `addInitContainer("wait").${kind}`, `an init container with a ${kind} probe: it runs to its end before the others start, and the API server refuses a probe on it`,
  ]));
  expect(refusal(it.chart)).toContain('[test/db] declaration: StatefulSet prod/db addInitContainer("wait").readiness: ');
  expect(it.workload.initContainers).toEqual([it.container]);
});

test('a sidecar may have probes', () => {
  expect(errors({ restartPolicy: kplus.ContainerRestartPolicy.ALWAYS, readiness: kplus.Probe.fromCommand(['true']) }, true).errors).toEqual([]);
});

test('fails every name and number that two ports share, and keeps the first ones', () => {
  const { UDP } = kplus.Protocol;
  const it = errors({
    portNumber: 80,
    ports: [{ name: 'dns', number: 53 }, { name: 'dns', number: 53, protocol: UDP }, { name: 'web', number: 80 }, { name: 'a', number: 7 }, { name: 'b', number: 7 }, { name: 'c', number: 7, protocol: UDP }],
  });
  expect(it.errors).toEqual([
    ['addContainer("two").ports', 'two ports are called "dns": the API server refuses the pod'],
    ['addContainer("two").ports', 'port 80 (TCP) is declared twice: only one of the names would lead to it'],
    ['addContainer("two").ports', 'port 7 (TCP) is declared twice: only one of the names would lead to it'],
  ]);
  expect(it.container.ports.map((port) => [port.name, port.number])).toEqual([[undefined, 80], ['dns', 53], ['a', 7], ['c', 7]]);
});

test('fails a restart policy on a container that is none of the init containers', () => {
  expect(errors({ restartPolicy: kplus.ContainerRestartPolicy.ALWAYS }).errors).toEqual([
    ['addContainer("two").restartPolicy', 'Always on a container beside the others: only an init container takes it, and the API server refuses the pod'],
  ]);
});

test('fails whatever else cdk8s-plus refuses in its own words, with a container to go on with', () => {
  const { container, problems } = tolerantly('addContainer', { name: 'x', image: 'example/x:1', args: ['boom'] }, (props) => {
    if (props.args) throw new Error('Boom');
    return new kplus.Container(props);
  });
  expect(container.name).toBe('x');
  expect(problems).toEqual([{ field: 'addContainer("x")', message: 'cdk8s-plus refuses the container: Boom', fix: 'correct what the message names' }]);
});

test('ends also where leaving out a part changes nothing', () => {
  let calls = 0;
  const { problems } = tolerantly('addContainer', { image: 'example/x:1', readiness: kplus.Probe.fromCommand(['true']) }, (props) => {
    if (calls++ < 2) throw new Error('Init containers must not have a readiness probe');
    return new kplus.Container(props);
  });
  expect(problems).toHaveLength(2);
});

test('what is accepted is rendered as declared', () => {
  const { workload, chart } = db();
  workload.addContainer({ name: 'two', image: 'example/two:1', ports: [{ name: 'a', number: 1 }] });
  expect(pod(chart).containers[1].ports).toEqual([{ name: 'a', containerPort: 1 }]);
});
