import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { CurrentCorefile } from '../src';
import { yamlText } from '../src/cluster-dns/yaml-text';

const folder = mkdtempSync(join(tmpdir(), 'corefile-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (text: string) => {
  const path = join(folder, 'given');
  writeFileSync(path, text);
  return CurrentCorefile.fromFile(path)._read;
};
const object = yamlText({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'coredns', namespace: 'kube-system' }, data: { Corefile: '. {\n}\n', x: 'y' } });

test('a text, a ConfigMap and a file with either are read', () => {
  const plain = { corefile: '. {\n}\n', otherData: {}, immutable: false };
  const whole = { ...plain, otherData: { x: 'y' }, metadata: { name: 'coredns', namespace: 'kube-system' } };
  expect(CurrentCorefile.fromText('. {\n}\n')._read).toEqual(plain);
  expect(CurrentCorefile.fromConfigMap(object)._read).toEqual(whole);
  expect([file('. {\n}\n'), file(object)]).toEqual([plain, whole]);
});

test('what cannot be used is kept for the synth to tell', () => {
  expect(CurrentCorefile.fromText('')._read).toMatchObject({ unusable: 'the Corefile is empty: CoreDNS would serve its built-in default' });
  expect(CurrentCorefile.fromConfigMap('kind: Secret\n')._read).toMatchObject({ unusable: 'the object is a Secret and no ConfigMap' });
  expect(CurrentCorefile.fromFile(join(folder, 'missing'))._read).toMatchObject({ unusable: 'it cannot be read: ENOENT: no such file or directory' });
});
