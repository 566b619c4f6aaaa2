import { Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { db } from '../support';

const warnings = (container: kplus.Container) => {
  const { workload } = db();
  workload.attachContainer(container);
  return workload.findings.filter((f) => f.ruleId === 'plus-defaults');
};

test('a container that is attached is told which defaults of cdk8s-plus came along', () => {
  expect(warnings(new kplus.Container({ name: 'two', image: 'example/two:1', portNumber: 8080 }))).toMatchObject([{
    severity: 'warning',
    path: 'attachContainer("two")',
    acknowledgeable: true,
    message: 'the container came with the defaults of cdk8s-plus: limits of 1500m CPU and 2048Mi memory, imagePullPolicy Always, a read-only root, '
      + 'a startup probe on port 8080 that gives up after 30 seconds; a server that keeps data is killed at such a limit, restarted in its recovery, or cannot write',
    fix: 'declare it with addContainer() and the same props, which renders what is said and nothing else',
  }]);
});

test('what was said is not named', () => {
  const props = { name: 'two', image: 'example/two:1', resources: { memory: { limit: Size.gibibytes(4) } }, securityContext: { readOnlyRootFilesystem: false } };
  expect(warnings(new kplus.Container(props))[0].message).toContain('the defaults of cdk8s-plus: imagePullPolicy Always; ');
  expect(warnings(new kplus.Container({ ...props, imagePullPolicy: kplus.ImagePullPolicy.IF_NOT_PRESENT }))).toEqual([]);
});

test('a container that is declared is not told anything, and the warning can be acknowledged', () => {
  const { workload } = db();
  expect(workload.findings.filter((f) => f.ruleId === 'plus-defaults')).toEqual([]);
  workload.attachContainer(new kplus.Container({ name: 'two', image: 'example/two:1' }));
  workload.acknowledge('plus-defaults', 'a web front end');
  expect(workload.findings.filter((f) => ['plus-defaults', 'acknowledgement'].includes(f.ruleId))).toEqual([]);
});
