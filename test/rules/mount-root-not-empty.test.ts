import { afterChange, findings, sound } from './harness';
import { mountRootNotEmpty } from '../../src/rules/mount-root-not-empty';

const postgres = (image: string, mount: any = {}, env?: any) => afterChange(mountRootNotEmpty, ({ container }) => {
  container.image = image;
  container.env = env;
  Object.assign(container.volumeMounts[0], { mountPath: '/var/lib/postgresql/data', ...mount });
});

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(mountRootNotEmpty, sound().objects, minor))).toEqual([]);
});

test.each(['postgres', 'postgres:16', 'docker.io/library/postgres:17-alpine', 'registry.example.com:5000/postgis/postgis:16-3.4'])('fails a claim mounted at PGDATA of %s', (image) => {
  expect(postgres(image)).toMatchObject([{ severity: 'warning', path: 'spec.template.spec.containers[0].volumeMounts[0].mountPath' }]);
});

test('fails a claim mounted at the PGDATA that a variable gives', () => {
  expect(postgres('postgres:18', { mountPath: '/pg/' }, [{ name: 'PGDATA', value: '/pg' }])).toHaveLength(1);
});

test('a directory below the mount, a subPath, another server and a variable from elsewhere are accepted', () => {
  expect(postgres('postgres:16', {}, [{ name: 'PGDATA', value: '/var/lib/postgresql/data/pgdata' }])).toEqual([]);
  expect(postgres('postgres:16', { subPath: 'pg' })).toEqual([]);
  expect(postgres('postgres:18')).toEqual([]);
  expect(postgres('example.com/postgres-exporter:1')).toEqual([]);
  expect(postgres('postgres:16', {}, [{ name: 'PGDATA', valueFrom: {} }, null])).toEqual([]);
});
