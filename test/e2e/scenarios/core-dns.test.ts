import { readFileSync } from 'fs';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';
import { ApiError } from '../../../e2e/control-plane/api-error';
import { coreDnsVersionIn, keepsNothing, olderCorefile, whyNoDnsChange } from '../../../e2e/scenarios/core-dns';

/** The Corefile as kubeadm of a version writes it, of our own cluster. */
function corefileOf(version: string): string {
  const text = readFileSync(join(__dirname, '..', '..', '..', 'e2e', 'cluster', 'manifests', `coredns-${version}.yaml`), 'utf8');
  return parseAllDocuments(text).map((document) => document.toJS()).find(({ kind }) => kind === 'ConfigMap').data.Corefile;
}

/** A server that has these two objects, or not. */
function server(corefile?: string, image?: string) {
  const get = async (path: string) => {
    if (path.endsWith('configmaps/coredns') && corefile !== undefined) return { data: { Corefile: corefile } };
    if (path.endsWith('deployments/coredns') && image !== undefined) return { spec: { template: { spec: { containers: [{ image }] } } } };
    throw new ApiError(`GET ${path}`, 404, '{}');
  };
  return { get } as any;
}

test('the Corefile of 1.34 becomes that of 1.28, which stays as it is', () => {
  expect(olderCorefile(corefileOf('1.34'))).toContain('    cache 30\n');
  expect(olderCorefile(corefileOf('1.34'))).not.toContain('disable');
  expect(olderCorefile(corefileOf('1.28'))).toBe(corefileOf('1.28'));
});

test('who measures older Corefiles changes the answers for all pods on 1.34, and on 1.28 nothing', async () => {
  expect([await keepsNothing(server(corefileOf('1.34'))), await keepsNothing(server(corefileOf('1.28')))]).toEqual([true, false]);
});

test('the DNS of kubeadm can be changed', async () => {
  expect(await whyNoDnsChange(server('.:53 {}', 'registry.k8s.io/coredns/coredns:v1.10.1'))).toBeUndefined();
});

test.each([
  [undefined, 'coredns:v1.10.1', 'there is no ConfigMap coredns with a Corefile in kube-system'],
  ['.:53 {}', undefined, 'there is no Deployment coredns in kube-system'],
  ['.:53 {}', 'coredns:latest', 'the image coredns:latest does not say which CoreDNS it is'],
])('fails to find the DNS of kubeadm where something of it is missing: %s, %s', async (corefile, image, why) => {
  expect(await whyNoDnsChange(server(corefile, image))).toBe(`the cluster's DNS is not kubeadm's: ${why}`);
});

test('the version of CoreDNS is read from the name of its image as kubeadm writes it, and from no other one', () => {
  expect(['registry.k8s.io/coredns/coredns:v1.12.1', 'coredns:v1.12.1@sha256:0a', 'coredns:1.12.1', 'eks/coredns:v1.10.1-eksbuild.2'].map(coreDnsVersionIn))
    .toEqual(['1.12.1', '1.12.1', undefined, undefined]);
});
