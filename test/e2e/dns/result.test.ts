import { added, AT_ONCE, FIVE_SECONDS, HALF_A_MINUTE, ONE_SECOND } from '../../../e2e/dns/bound';
import { ALL_KEPT } from '../../../e2e/dns/other-names';
import { failed, judged, summary, table } from '../../../e2e/dns/result';

const named = { text: 'kubeadm', version: '1.15.0', fix: 'none' };
const promise = { ...named, newName: AT_ONCE, changedAddress: HALF_A_MINUTE, others: ALL_KEPT };
const measured = { newName: 0.5, changedAddress: 29.9, others: ALL_KEPT };

test('what is as promised passes', () => {
  expect(judged(promise, measured)).toMatchObject({ passed: true, newName: 0.5, changedAddress: 29.9, bounds: '<= 1; 20 to 31', others: 'kept' });
});

test.each<[string, object, string]>([
  ['a new name that resolves too late', { newName: 1.01 }, 'new name: 1.01 s, and not <= 1'],
  ['a changed address that is seen too late', { changedAddress: 31.01 }, 'changed address: 31.01 s, and not 20 to 31'],
  ['a cache that does not keep what the case is about', { changedAddress: 3 }, 'changed address: 3.00 s, and not 20 to 31'],
  ['other names that are not kept', { others: { ...ALL_KEPT, outside: false } }, 'other names are not kept: outside, and not kept'],
  ['both times', { newName: 2, changedAddress: 40 }, 'new name: 2.00 s, and not <= 1; changed address: 40.00 s, and not 20 to 31'],
])('fails for %s', (_, difference, why) => expect(judged(promise, { ...measured, ...difference })).toMatchObject({ passed: false, why }));

test('fails for other names that are kept, where the price of a fix is that they are not', () => {
  expect(judged({ ...promise, others: { ...ALL_KEPT, outsideDenial: false } }, measured).why).toBe('other names are kept, and not not kept: outside denials');
});

test('times of two caches add', () => {
  expect(added(HALF_A_MINUTE, FIVE_SECONDS)).toEqual({ least: 20, most: 37 });
  expect(added(ONE_SECOND, ONE_SECOND)).toEqual({ least: 0, most: 3 });
});

test('the table is aligned, and says below a line what is wrong', () => {
  const results = [judged(promise, measured), judged({ ...promise, fix: 'disable denial' }, { ...measured, newName: 12 }), failed(named, new Error('no answer'))];
  expect(`\n${table(results)}\n${summary(results)}\n`).toBe(`
text     CoreDNS  fix             new name s  changed address s  bounds s        other names  verdict
kubeadm  1.15.0   none                  0.50              29.90  <= 1; 20 to 31  kept         passed
kubeadm  1.15.0   disable denial       12.00              29.90  <= 1; 20 to 31  kept         FAILED
    new name: 12.00 s, and not <= 1
kubeadm  1.15.0   none                     -                  -                               FAILED
    no answer
1 passed, 2 failed
`);
});
