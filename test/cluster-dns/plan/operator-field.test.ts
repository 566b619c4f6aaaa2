import { operatorField } from '../../../src/cluster-dns/plan/operator-field';
import { question } from '../../../src/cluster-dns/question';
import { corefile } from '../../corefile/corefiles';
import { situation, text } from '../situations';

test('one second, unless the Corefile has it', () => {
  const plan = (more: object) => operatorField(question(situation('openshift', more)));
  expect([plan({}).negativeTtl, plan({ current: undefined }).negativeTtl]).toEqual([1, 1]);
  expect(plan({ current: text(corefile('OpenShift', 'cache 900 {\n denial 9984 1\n}')) })).toMatchObject({ kind: 'nothing', costs: [] });
});
