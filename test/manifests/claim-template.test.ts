import { claimTemplate, quantity } from '../../src/manifests/claim-template';

test.each([[10 * 1024 * 1024, '10Gi'], [1536 * 1024, '1536Mi'], [1, '1Ki'], [0, '0Ki'], [1024 ** 3, '1Ti'], [1024 ** 5, '1024Pi']])('%i KiB are %s: the largest unit without a fraction', (kibibytes, text) => {
  expect(quantity(kibibytes)).toBe(text);
});

test('a template carries apiVersion, kind and volumeMode, as the API server stores it', () => {
  expect(claimTemplate({ name: 'data', storage: '1Gi', accessModes: ['ReadWriteOnce'], volumeMode: 'Filesystem' })).toEqual({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data' },
    spec: { accessModes: ['ReadWriteOnce'], volumeMode: 'Filesystem', resources: { requests: { storage: '1Gi' } } },
  });
});
