import { sound } from './harness';
import { namedPort } from '../../src/rules/container-ports';
import { ObjectSet } from '../../src/rules/object-set';
import { hasProbe, probesOf } from '../../src/rules/probes';

function set(change: (s: ReturnType<typeof sound>) => void = () => undefined) {
  const s = sound();
  change(s);
  return new ObjectSet(s.objects).sets[0];
}

test('probes are found with their kind and place, and null is none', () => {
  const { containers: [holder] } = set(({ container }) => { container.livenessProbe = null; container.startupProbe = { exec: {} }; });
  expect(probesOf(holder).map(({ kind, path }) => [kind, path[path.length - 1]])).toEqual([['startupProbe', 'startupProbe'], ['readinessProbe', 'readinessProbe']]);
  expect(hasProbe(holder, 'livenessProbe')).toBe(false);
});

test('a named target port means a port of a container that keeps running, of the same protocol', () => {
  const found = (port: any, change?: (s: any) => void) => namedPort(set(change), port)?.containerPort;
  expect([found({ targetPort: 'http' }), found({ targetPort: 'http', protocol: 'UDP' }), found({ targetPort: 'x' })]).toEqual([80, undefined, undefined]);
  const init = (restartPolicy?: string) => ({ pod }: any) => { pod.initContainers = [{ name: 'i', restartPolicy, ports: [{ name: 'side', containerPort: 9 }] }]; };
  expect([found({ targetPort: 'side' }, init('Always')), found({ targetPort: 'side' }, init())]).toEqual([9, undefined]);
});
