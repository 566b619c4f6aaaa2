import { sound } from './harness';
import { entrypointWaits, initWaits, probeWaits } from '../../src/rules/init-wait';
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

test.each(['for i in 0 1 2; do until nslookup web-$i.web; do sleep 1; done; done', 'for n in $(seq 0 2); do wait-for web-${n}:80; done', 'for n in {0..2}; do nc -z web-$n 80; done'])(
  'a loop that counts the members is found: %s', (script) => {
    expect(waits(script)).toHaveLength(1);
  });

test('a loop over the first member, or over others, is none', () => {
  expect([waits('for i in 0; do nslookup web-$i; done'), waits('for i in 1 2; do nslookup db-$i; done'), waits('for i in 1 2; do nslookup web-0; sleep $i; done')]).toEqual([[], [], []]);
});

const command = (script: string, change: (s: any) => void = () => undefined) => {
  const s = sound();
  s.container.command = ['sh', '-c', script];
  change(s);
  return entrypointWaits(new ObjectSet(s.objects).sets[0]).map(({ pod }) => pod);
};

test('a start script that loops until a higher ordinal answers is found where a probe tells readiness', () => {
  const loop = 'until nslookup web-1.web; do sleep 1; done; exec server';
  expect([command(loop), command(loop, ({ container }) => { delete container.readinessProbe; }), command('exec server --peer web-1.web'), command('nslookup web-1.web; exec server')])
    .toEqual([['web-1'], [], [], []]);
});

test('a readiness or startup probe that asks a higher ordinal is found, and a liveness probe is not', () => {
  const s = sound();
  const exec = { exec: { command: ['sh', '-c', 'curl web-2.web'] } };
  s.container.readinessProbe = s.container.livenessProbe = s.container.startupProbe = exec;
  expect(probeWaits(new ObjectSet(s.objects).sets[0]).map(({ pod, path }) => [pod, path.at(-3)])).toEqual([['web-2', 'readinessProbe'], ['web-2', 'startupProbe']]);
});

test('whether a wait is certain is told', () => {
  const s = sound();
  const certain = (script: string) => {
    s.pod.initContainers = [{ name: 'wait', command: ['sh', '-c', script] }];
    return initWaits(new ObjectSet(s.objects).sets[0]).map((wait) => wait.certain);
  };
  expect([certain('until nslookup web-1.web; do sleep 1; done'), certain('wait-for web-1.web:80')]).toEqual([[true], [false]]);
});

test.each(['until ', 'for i in 1 ', 'until nslookup web-1; do :; done; ', 'for v in 1 2; do web-$vx; done; ', '$(seq 0 ', '"', 'nslookup web-$v ', 'for v in 0; do web-$v; done; ', 'for v in 0 0 0 0 0 0 0 0 0; do x', 'x && ', 'if a; then '])('a script of a megabyte of %s is judged at all', (part) => {
  const script = `wait web-1 ${part.repeat(Math.ceil(1e6 / part.length))} web-1`;
  expect(waits(script).length + command(script).length).toBeLessThanOrEqual(2);
});

test('a loop over half a megabyte of numbers is read once, however often its variable is used', () => {
  expect(waits(`for v in ${'0 '.repeat(250000)}; do ${'nslookup web-$v.web; '.repeat(25000)} done`)).toEqual([]);
});
