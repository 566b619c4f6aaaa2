import { afterChange, findings, sound } from './harness';
import { templateNodeName } from '../../src/rules/template-node-name';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(templateNodeName, sound().objects, minor))).toEqual([]);
});

test('fails a node name', () => {
  expect(afterChange(templateNodeName, ({ pod }) => { pod.nodeName = 'node-1'; })).toMatchObject([{ severity: 'error', path: 'spec.template.spec.nodeName' }]);
});

test('an empty one and a node selector are accepted', () => {
  expect(afterChange(templateNodeName, ({ pod }) => { pod.nodeName = ''; pod.nodeSelector = { 'kubernetes.io/hostname': 'node-1' }; })).toEqual([]);
});
