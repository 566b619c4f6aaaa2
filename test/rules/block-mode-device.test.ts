import { afterChange, findings, sound } from './harness';
import { blockModeDevice } from '../../src/rules/block-mode-device';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(blockModeDevice, sound().objects, minor))).toEqual([]);
});

test('fails a Block claim in volumeMounts', () => {
  expect(afterChange(blockModeDevice, ({ claim }) => { claim.spec.volumeMode = 'Block'; }))
    .toMatchObject([{ severity: 'error', path: 'spec.template.spec.containers[0].volumeMounts[0].name' }]);
});

test('fails a Filesystem claim in volumeDevices, also where the mode is not written', () => {
  expect(afterChange(blockModeDevice, ({ claim, container }) => {
    delete claim.spec.volumeMode;
    container.volumeDevices = [{ name: 'data', devicePath: '/dev/x' }];
  })).toMatchObject([{ path: 'spec.template.spec.containers[0].volumeDevices[0].name' }]);
});

test('a Block claim in volumeDevices and a device that is no claim template are accepted', () => {
  expect(afterChange(blockModeDevice, ({ claim, container }) => {
    claim.spec.volumeMode = 'Block';
    Object.assign(container, { volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }], volumeDevices: [{ name: 'data' }, { name: 'other' }, null] });
  })).toEqual([]);
});
