import { db, pod, set } from './support';
import { PodDefaults } from '../src';

const of = (podDefaults?: PodDefaults, more: any = {}) => pod(db({ podDefaults, ...more }).chart);

test('the recommended defaults meet the level restricted and tell each pod who it is', () => {
  const spec = of();
  expect(spec.securityContext).toEqual({
    runAsNonRoot: true, runAsUser: 1000, runAsGroup: 1000, fsGroup: 1000, fsGroupChangePolicy: 'OnRootMismatch', seccompProfile: { type: 'RuntimeDefault' },
  });
  expect(spec.containers[0].securityContext).toEqual({ allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } });
  expect([spec.automountServiceAccountToken, spec.enableServiceLinks]).toEqual([false, false]);
  expect(spec.containers[0].env.map((e: any) => [e.name, e.valueFrom.fieldRef.fieldPath])).toEqual([
    ['POD_NAME', 'metadata.name'], ['POD_ORDINAL', "metadata.labels['apps.kubernetes.io/pod-index']"],
  ]);
});

test('a version without the label of the ordinal gets the name alone', () => {
  expect(of(undefined, { kubernetesVersion: '1.27' }).containers[0].env.map((e: any) => e.name)).toEqual(['POD_NAME']);
});

test('there is no default limit, pull policy, read-only root or startup probe', () => {
  const [container] = of().containers;
  expect(['resources', 'imagePullPolicy', 'startupProbe', 'livenessProbe'].filter((field) => field in container)).toEqual([]);
  expect('readOnlyRootFilesystem' in container.securityContext).toBe(false);
});

test('a volume is writable without a user id too', () => {
  expect(of(undefined, { runAs: undefined }).securityContext).toEqual({
    runAsNonRoot: true, fsGroup: 1000, fsGroupChangePolicy: 'OnRootMismatch', seccompProfile: { type: 'RuntimeDefault' },
  });
});

test('without defaults the template holds what was said and nothing more', () => {
  const { chart } = db({ podDefaults: PodDefaults.none(), runAs: undefined, selector: { app: 'x' } });
  const { template } = set(chart).spec;
  expect(template.metadata).toEqual({ labels: { app: 'x' } });
  expect(template.spec).toEqual({
    containers: [{
      image: 'example/db:1',
      name: 'main',
      ports: [{ containerPort: 5432, name: 'sql' }],
      volumeMounts: [{ mountPath: '/data', name: 'data' }],
      readinessProbe: { failureThreshold: 3, tcpSocket: { port: 5432 } },
    }],
  });
});

test('each default gives way to the field of its name', () => {
  const spec = of(undefined, { enableServiceLinks: true, automountServiceAccountToken: true, securityContext: { ensureNonRoot: false, fsGroup: 5 } });
  expect([spec.enableServiceLinks, spec.automountServiceAccountToken]).toEqual([true, true]);
  expect([spec.securityContext.runAsNonRoot, spec.securityContext.fsGroup]).toEqual([false, 5]);
});
