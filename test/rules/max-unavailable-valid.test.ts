import { afterChange, findings, sound } from './harness';
import { maxUnavailableValid } from '../../src/rules/max-unavailable-valid';

const given = (maxUnavailable: any, type = 'RollingUpdate') => afterChange(maxUnavailableValid, ({ set }) => { set.spec.updateStrategy = { type, rollingUpdate: { maxUnavailable } }; });

test('the sound set passes, and so do numbers from 1 on and percentages', () => {
  expect(findings(maxUnavailableValid, sound().objects)).toEqual([]);
  expect([1, 3, '1%', '100%', null].flatMap((value) => given(value))).toEqual([]);
});

test.each([0, -1, 1.5, '0%', '150%', '1', true])('fails %j, of which one API server says nothing and another refuses it', (value) => {
  expect(given(value)).toMatchObject([{ severity: 'error', path: 'spec.updateStrategy.rollingUpdate.maxUnavailable', acknowledgeable: true }]);
});

test('says what to write instead', () => {
  const [{ message, fix }] = given(0);
  expect(message).toBe('maxUnavailable is 0; an API server with the feature gate MaxUnavailableStatefulSet refuses the set, one without it drops the field');
  expect(fix).toContain('type: OnDelete');
});

test('an update that is not rolling is left to the rule about strategies', () => {
  expect(given(0, 'OnDelete')).toEqual([]);
});
