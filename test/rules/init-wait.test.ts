import { sound } from './harness';
import { initWaits } from '../../src/rules/init-wait';
import { ObjectSet } from '../../src/rules/object-set';

function waits(script: string, change: (s: any) => void = () => undefined) {
  const s = sound();
  s.pod.initContainers = [{ name: 'wait', command: ['sh', '-c', script] }];
  change(s);
  return initWaits(new ObjectSet(s.objects).sets[0]).map(({ pod }) => pod);
}

test('an init container that waits for a higher ordinal is found', () => {
  expect([waits('until nslookup web-2.web; do sleep 1; done'), waits('wait-for web-1:80')]).toEqual([['web-2'], ['web-1']]);
});

test('to wait for the first, for oneself, in parallel or in a sidecar is no deadlock', () => {
  expect([
    waits('until nslookup web-0.web; do sleep 1; done'), waits('nslookup web-1 || echo $HOSTNAME'), waits('echo web-2'), waits('nslookup db-2'),
    waits('nslookup web-2', ({ set }) => { set.spec.podManagementPolicy = 'Parallel'; }), waits('nslookup web-2', ({ pod }) => { pod.initContainers[0].restartPolicy = 'Always'; }),
  ]).toEqual([[], [], [], [], [], []]);
});
