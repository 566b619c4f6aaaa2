import { parse } from 'yaml';
import { helmChartConfig, helmValuesFile } from '../../../src/cluster-dns/delivery/helm';
import { text } from '../situations';

const edit = { current: text(''), name: 'coredns', namespace: 'kube-system', text: '.:53 {\n kubernetes cluster.local in-addr.arpa\n}\n' };

test('a HelmChartConfig holds the values as text, without what RKE2\'s chart adds', () => {
  const { kind, metadata, spec } = parse(helmChartConfig(edit, { domain: 'cluster.local' }).text);
  expect([kind, metadata]).toEqual(['HelmChartConfig', { name: 'rke2-coredns', namespace: 'kube-system' }]);
  expect(parse(spec.valuesContent).servers[0].plugins).toEqual([{ name: 'kubernetes', parameters: 'in-addr.arpa' }]);
  expect(parse(helmValuesFile(edit, {}).text).servers[0].plugins).toEqual([{ name: 'kubernetes', parameters: 'cluster.local in-addr.arpa' }]);
});

test('fails for a text that the values cannot say', () => {
  expect(() => helmValuesFile({ ...edit, text: '. {\n}\n' }, {})).toThrow('no place for the key . without a port');
});
