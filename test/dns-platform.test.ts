import { DnsPlatform } from '../src';
import { PLATFORMS } from '../src/cluster-dns/platforms';

const factories = Object.getOwnPropertyNames(DnsPlatform).filter((name) => typeof (DnsPlatform as any)[name] === 'function') as ('kubeadm')[];

test('every platform but the node cache, which is an option, has a factory', () => {
  expect(factories.map((name) => DnsPlatform[name]()._platform.id).sort()).toEqual(PLATFORMS.map(({ id }) => id).filter((id) => id !== 'node-local-dns').sort());
});

test('options are kept', () => {
  const platform = DnsPlatform.kubeadm({ kubernetesVersion: '1.29', aboutToUpgrade: true });
  expect([platform._options.kubernetesVersion, platform._aboutToUpgrade, DnsPlatform.kind()._aboutToUpgrade]).toEqual(['1.29', true, false]);
});
