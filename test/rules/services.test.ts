import { sound } from './harness';
import { ObjectSet } from '../../src/rules/object-set';
import { serviceViews } from '../../src/rules/services';

const service = (name: string, spec: any, namespace = 'prod', apiVersion = 'v1') => ({ apiVersion, kind: 'Service', metadata: { name, namespace }, spec });
const views = (...more: any[]) => serviceViews(new ObjectSet([...sound().objects, ...more])).map((view) => ({
  name: view.name,
  headless: view.headless,
  governs: view.governs.length,
  selects: view.selects.length,
  member: view.member?.ordinal,
  peerOf: view.peerOf?.ordinal,
}));
const WEB = { name: 'web', headless: true, governs: 1, selects: 1, member: undefined, peerOf: undefined };

test('the governing Service is headless, governs and selects', () => {
  expect(views()).toEqual([WEB]);
});

test('a Service for one pod knows its member, by the label, and whose peer Service it is, by its name', () => {
  const selector = { 'app': 'web', 'statefulset.kubernetes.io/pod-name': 'web-2' };
  expect(views(service('web-primary', { selector }), service('web-2-peer', { selector }))).toEqual([
    WEB,
    { name: 'web-primary', headless: false, governs: 0, selects: 0, member: 2, peerOf: undefined },
    { name: 'web-2-peer', headless: false, governs: 0, selects: 0, member: 2, peerOf: 2 },
  ]);
});

test('a Service that concerns no set is none of ours', () => {
  expect(views(service('other', { selector: { app: 'x' } }), service('away', { selector: { app: 'web' } }, 'stage'), service('empty', { selector: {} }), service('odd', {}, 'prod', 'example.com/v1')))
    .toEqual([WEB]);
});

test('an ExternalName selects nothing, whatever its selector says', () => {
  expect(views(service('alias', { type: 'ExternalName', selector: { app: 'web' } }))).toEqual([WEB]);
});
