import { parse, sound } from './harness';
import { isMade } from '../../src/rules/made-objects';
import { ObjectSet } from '../../src/rules/object-set';
import type { Reference } from '../../src/rules/references';

const made = (kind: Reference['kind'], name: string, yaml = '') => isMade(new ObjectSet([...sound().objects, ...parse(yaml)]), 'prod', { kind, name, keys: [], path: [] });

test('the API server makes some objects by itself', () => {
  expect([made('ServiceAccount', 'default'), made('ServiceAccount', 'web'), made('PriorityClass', 'system-node-critical'), made('PriorityClass', 'high'), made('ConfigMap', 'kube-root-ca.crt')])
    .toEqual([true, false, true, false, true]);
});

test('a set makes its claims', () => {
  expect([made('PersistentVolumeClaim', 'data-web-1'), made('PersistentVolumeClaim', 'data-db-1'), made('PersistentVolumeClaim', 'data')]).toEqual([true, false, false]);
});

test.each([
  ['{ apiVersion: bitnami.com/v1alpha1, kind: SealedSecret, metadata: { name: keys, namespace: prod } }'],
  ['{ apiVersion: cert-manager.io/v1, kind: Certificate, metadata: { name: web, namespace: prod }, spec: { secretName: keys } }'],
  ['{ apiVersion: external-secrets.io/v1, kind: ExternalSecret, metadata: { name: web, namespace: prod }, spec: { target: { name: keys } } }'],
])('a custom resource makes a Secret: %s', (yaml) => {
  expect([made('Secret', 'keys', yaml), made('ConfigMap', 'keys', yaml), made('ServiceAccount', 'keys', yaml)]).toEqual([true, true, false]);
});

test('an object of the API itself, and a resource of another namespace, make nothing', () => {
  expect(made('Secret', 'keys', '{ apiVersion: apps/v1, kind: Deployment, metadata: { name: keys, namespace: prod } }')).toBe(false);
  expect(made('Secret', 'keys', '{ apiVersion: v1, kind: ConfigMap, metadata: { name: keys, namespace: prod } }')).toBe(false);
  expect(made('Secret', 'keys', '{ apiVersion: bitnami.com/v1alpha1, kind: SealedSecret, metadata: { name: keys, namespace: stage } }')).toBe(false);
});
