import * as fc from 'fast-check';
import { eksConfigurationValues } from '../../../src/cluster-dns/delivery/eks';
import { corefiles } from '../../corefile/arbitraries';
import { text } from '../situations';

test('the values hold any Corefile, byte for byte, on one line', () => {
  fc.assert(fc.property(corefiles, (given) => {
    const values = eksConfigurationValues({ current: text(''), name: 'coredns', namespace: 'kube-system', text: given }).text;
    expect(JSON.parse(values)).toEqual({ corefile: given });
    expect(values.trimEnd()).not.toContain('\n');
  }));
});
