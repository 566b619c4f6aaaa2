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

test('a name that no node can have is refused for good where templates are validated', () => {
  const named = (nodeName: string, minor: number) => afterChange(templateNodeName, ({ pod }) => {
    pod.nodeName = nodeName;
  }, minor).map(({ acknowledgeable }) => acknowledgeable);
  expect([named('Node_0', 33), named('Node_0', 34), named('node-0', 34)]).toEqual([[true], [false], [true]]);
});
