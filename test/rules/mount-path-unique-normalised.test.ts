import { afterChange, findings, sound } from './harness';
import { mountPathUniqueNormalised } from '../../src/rules/mount-path-unique-normalised';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(mountPathUniqueNormalised, sound().objects, minor))).toEqual([]);
});

test('fails /d next to /d/, which every version accepts', () => {
  expect(afterChange(mountPathUniqueNormalised, ({ container }) => { container.volumeMounts = [{ name: 'data', mountPath: '/d' }, { name: 'log', mountPath: '/d/' }]; }, 36))
    .toMatchObject([{ path: 'spec.template.spec.containers[0].volumeMounts[1].mountPath', acknowledgeable: true }]);
});

test.each(['//d', '/./d', '/x/../d'])('fails /d next to %s', (mountPath) => {
  expect(afterChange(mountPathUniqueNormalised, ({ container }) => { container.volumeMounts = [{ mountPath: '/d' }, { mountPath }]; })).toHaveLength(1);
});

test('two equal texts are for the rule about those, and /d next to /dd or /d/e is accepted', () => {
  expect(afterChange(mountPathUniqueNormalised, ({ container }) => { container.volumeMounts = ['/d', '/d', '/dd', '/d/e'].map((mountPath) => ({ name: 'data', mountPath })); })).toEqual([]);
});
