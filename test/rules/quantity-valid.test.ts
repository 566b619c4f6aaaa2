import { SoundSet, afterChange, findings, sound } from './harness';
import { fieldValues } from '../../src/rules/field-values';
import { quantityValid } from '../../src/rules/quantity-valid';
import { resourcesValid } from '../../src/rules/resources-valid';
import type { Rule } from '../../src/rules/rule';

const resources = (value: any) => ({ container }: SoundSet) => { container.resources = value; };
const AT = 'spec.template.spec.containers[0].resources';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(quantityValid, sound().objects, minor))).toEqual([]);
});

test('fails text that is no quantity, which no version can read', () => {
  expect(afterChange(quantityValid, resources({ requests: { memory: '512MB' }, limits: { cpu: 'two' } }))).toMatchObject([
    { path: `${AT}.requests.memory`, acknowledgeable: false }, { path: `${AT}.limits.cpu`, acknowledgeable: false },
  ]);
});

test('fails a request above its limit, and a negative one', () => {
  expect(afterChange(quantityValid, resources({ requests: { cpu: '1500m' }, limits: { cpu: 1 } }))).toMatchObject([{ path: `${AT}.requests.cpu`, acknowledgeable: true }]);
  expect(afterChange(quantityValid, resources({ requests: { memory: '1G' }, limits: { memory: '900Mi' } }), 34)).toMatchObject([{ acknowledgeable: false }]);
  expect(afterChange(quantityValid, resources({ limits: { cpu: '-1' } }))).toMatchObject([{ path: `${AT}.limits.cpu` }]);
});

test('fails an init container too', () => {
  expect(afterChange(quantityValid, ({ pod }) => { pod.initContainers = [{ name: 'i', resources: { limits: { memory: '1gb' } } }]; }))
    .toMatchObject([{ path: 'spec.template.spec.initContainers[0].resources.limits.memory' }]);
});

test('equal amounts written differently, a request without a limit and junk for maps are accepted', () => {
  expect(afterChange(quantityValid, resources({ requests: { 'cpu': '300m', 'memory': '1Gi', 'ephemeral-storage': '1e9' }, limits: { cpu: 0.3, memory: '1024Mi' } }))).toEqual([]);
  expect(afterChange(quantityValid, resources({ requests: ['x'], limits: '1Gi' }))).toEqual([]);
  expect(afterChange(quantityValid, resources({ requests: { cpu: null } }))).toEqual([]);
});

test('a limit of null is nothing: taken alone, and below every request', () => {
  for (const minor of [28, 36]) {
    const found = (rule: Rule, own: any) => afterChange(rule, ({ container }) => { container.resources = own; }, minor).map(({ path }) => path);
    const alone = [{ limits: { cpu: null } }, { requests: { cpu: null }, limits: { cpu: 1 } }, { requests: { cpu: null } }];
    expect(alone.flatMap((own) => [fieldValues, quantityValid, resourcesValid].flatMap((rule) => found(rule, own)))).toEqual([]);
    expect(found(quantityValid, { requests: { cpu: 1 }, limits: { cpu: null } })).toEqual(['spec.template.spec.containers[0].resources.requests.cpu']);
  }
});
