import { compare } from '../../../../oracle/manifests/fields/compare';

const finding = (ruleId: string, severity: string, acknowledgeable: boolean) => ({ ruleId, severity, acknowledgeable }) as any;

test('a refusal needs an error of ours, and a warning is none', () => {
  expect(compare([finding('a', 'error', false), finding('b', 'error', true)], 'no')).toEqual({ kind: 'agreed' });
  expect(compare([finding('a', 'error', true)], 'no')).toEqual({ kind: 'understated', said: 'no', rules: ['a'] });
  expect(compare([finding('a', 'warning', true)], 'no')).toEqual({ kind: 'missed', said: 'no' });
});

test('an error that says the server refuses it is wrong where it takes it; another error is stricter', () => {
  expect(compare([finding('a', 'error', false), finding('b', 'error', true)], undefined)).toEqual({ kind: 'wrong', rules: ['a'] });
  expect(compare([finding('b', 'error', true), finding('b', 'error', true)], undefined)).toEqual({ kind: 'stricter', rules: ['b'] });
  expect(compare([finding('b', 'info', true)], undefined)).toEqual({ kind: 'agreed' });
});
