import { parseImage } from '../../src/rules/image';

test.each([
  ['redis', { registry: '', repository: 'redis', tag: '', digest: '' }],
  ['redis:8.2', { registry: '', repository: 'redis', tag: '8.2', digest: '' }],
  ['bitnami/redis:8.2', { registry: '', repository: 'bitnami/redis', tag: '8.2', digest: '' }],
  ['registry.example:5000/a/b:1@sha256:0a', { registry: 'registry.example:5000', repository: 'a/b', tag: '1', digest: 'sha256:0a' }],
  ['localhost/x', { registry: 'localhost', repository: 'x', tag: '', digest: '' }],
  ['', { registry: '', repository: '', tag: '', digest: '' }],
])('%s has these parts', (image, parts) => {
  expect(parseImage(image)).toEqual(parts);
});
