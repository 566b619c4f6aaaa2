import { applied } from '../../../e2e/core-dns/applied';
import { formatsOf } from '../../../src/cluster-dns/deliver';
import { PLATFORMS } from '../../../src/cluster-dns/platforms';
import { parse } from '../../../src/corefile/parse';
import { adviceFor, DEFAULTS, NODE_LOCAL, text, ZONE } from '../../cluster-dns/situations';

const NEW = { coreDnsVersion: '1.15.0' };
const FRONT = { ...NEW, nodeLocal: text(NODE_LOCAL), nodeLocalCoreDnsVersion: '1.15.0' };
const words = (corefile: string) => parse(corefile).tokens.map((token) => token.text);
const editing = PLATFORMS.filter(({ id }) => adviceFor(id, NEW).edit !== undefined).map(({ id, delivery }) => [id, delivery] as const);

test.each(editing)('%s: each format brings the words of the same Corefile', (id, delivery) => {
  const advice = adviceFor(id, NEW);
  for (const format of formatsOf(delivery)) {
    const { coreDns, nodeLocal } = applied(advice, format, DEFAULTS[id]!);
    expect({ format, words: words(coreDns!.corefile) }).toEqual({ format, words: words(advice.edit!.text) });
    expect({ custom: coreDns!.custom, nodeLocal }).toEqual({ custom: undefined, nodeLocal: undefined });
  }
});

test.each(['kubeadm', 'eks', 'rke2', 'helm', 'kops', 'kubespray', 'openshift', 'aks'])('%s: a node cache in front gets its own text in every format', (id) => {
  const advice = adviceFor(id, FRONT);
  for (const format of formatsOf(advice.platform.delivery)) {
    expect(applied(advice, format, DEFAULTS[id] ?? '').nodeLocal).toBe(advice.nodeLocalEdit!.text);
  }
});

test('fails a node cache of GKE, which nobody can change: no text is made', () => {
  const { nodeLocalEdit, refusals } = adviceFor('gke-kube-dns', FRONT);
  expect([nodeLocalEdit, refusals.map(({ code }) => code)]).toEqual([undefined, ['no-node-cache']]);
});

test('a server block stands beside the Corefile of the platform, under its key', () => {
  const advice = adviceFor('gardener', NEW);
  const custom = { 'redis.prod.server': advice.serverBlock!.text };
  expect(advice.serverBlock!.text).toContain(`${ZONE}:8053 {`);
  for (const format of ['coredns-custom', 'server-block'] as const) {
    expect(applied(advice, format, DEFAULTS.gardener!)).toEqual({ coreDns: { corefile: DEFAULTS.gardener, custom } });
  }
});

test('the operator renders its field into the cache of every server block that has one', () => {
  const { coreDns } = applied(adviceFor('openshift'), 'dns-operator', DEFAULTS.openshift!);
  expect(coreDns!.corefile).toBe(DEFAULTS.openshift!.replace('denial 9984 30', 'denial 9984 1'));
});

test.each(['json-patch', 'kustomize'] as const)('fails for a %s whose text is no longer the present one', (format) => {
  expect(() => applied(adviceFor('kubeadm', NEW), format, '. {\n}\n')).toThrow('the patch tests another text than the present one');
});
