import { SCENARIOS } from '../../../e2e/scenarios/cases';
import { archiveName } from '../../../e2e/scenarios/scenario-images';

test('an archive has the name of its image, without what is no name of a file', () => {
  expect(archiveName({ name: 'gcr.io/etcd-development/etcd:v3.6.16' })).toBe('gcr.io_etcd-development_etcd_v3.6.16.tar');
});

test('whoever needs an image of ours makes it', () => {
  const needing = SCENARIOS.filter(({ ownImages }) => ownImages !== undefined);
  expect(needing.length).toBeGreaterThan(0);
  for (const { images } of needing) expect(images).toBeDefined();
});
