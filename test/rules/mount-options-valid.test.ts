import { afterChange, findings, sound } from './harness';
import { mountOptionsValid } from '../../src/rules/mount-options-valid';

const AT = 'spec.template.spec.containers[0].volumeMounts[0]';
const of = (mount: any, minor = 28, securityContext: any = {}) => afterChange(mountOptionsValid, ({ container }) => {
  Object.assign(container.volumeMounts[0], mount);
  container.securityContext = securityContext;
}, minor);

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(mountOptionsValid, sound().objects, minor))).toEqual([]);
});

test('fails Bidirectional of a container that is not privileged', () => {
  expect(of({ mountPropagation: 'Bidirectional' })).toMatchObject([{ path: `${AT}.mountPropagation`, acknowledgeable: true }]);
  expect(of({ mountPropagation: 'Bidirectional' }, 34)).toMatchObject([{ acknowledgeable: false }]);
  expect(of({ mountPropagation: 'Bidirectional' }, 28, { privileged: true })).toEqual([]);
  expect(of({ mountPropagation: 'HostToContainer' })).toEqual([]);
});

test('fails recursiveReadOnly of a mount that is not read-only, or propagates, from 1.31 on', () => {
  expect(of({ recursiveReadOnly: 'Enabled' }, 31)).toMatchObject([{ path: `${AT}.recursiveReadOnly` }]);
  expect(of({ recursiveReadOnly: 'IfPossible', readOnly: true, mountPropagation: 'HostToContainer' }, 36)).toMatchObject([{ path: `${AT}.recursiveReadOnly` }]);
  expect(of({ recursiveReadOnly: 'Enabled' }, 30)).toEqual([]);
  expect([of({ recursiveReadOnly: 'Enabled', readOnly: true, mountPropagation: 'None' }, 36), of({ recursiveReadOnly: 'Disabled' }, 36)]).toEqual([[], []]);
});
