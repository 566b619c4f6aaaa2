import { parse } from 'yaml';
import { dnsOperator } from '../../../src/cluster-dns/delivery/dns-operator';

test('it is applied under a field manager that is not everybody\'s', () => expect(dnsOperator(1).how[0]).toMatch(/^kubectl apply --server-side --field-manager cluster-dns -f dns-operator\.yaml:/));

test('one field of the operator\'s resource is written, which is of the cluster', () => {
  const { apiVersion, kind, metadata, spec } = parse(dnsOperator(1).text);
  expect([apiVersion, kind, metadata.name, metadata.namespace, spec]).toEqual(['operator.openshift.io/v1', 'DNS', 'default', undefined, { cache: { negativeTTL: '1s' } }]);
});
