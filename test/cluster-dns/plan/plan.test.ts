import { isCured, unreadReasons } from '../../../src/cluster-dns/plan/plan';
import { question } from '../../../src/cluster-dns/question';
import { remedy } from '../../../src/cluster-dns/remedy';
import { kubeadm } from '../../corefile/corefiles';
import { situation, text, ZONE } from '../situations';

const cured = (cache: string, coreDnsVersion: string, denialOnly = false) => {
  const asked = question(situation('kubeadm', { coreDnsVersion, denialOnly, current: text(kubeadm(cache)) }));
  return isCured(asked.file, asked, remedy(asked.situation, asked.zones, undefined));
};
const block = (...options: string[]) => `cache 30 {\n${options.join('\n')}\n}`;

test('cured is what keeps neither answer, where the caches can be switched off', () => {
  expect([cured('cache 30', '1.11.1'), cured(block('disable denial'), '1.11.1'), cured(block('disable denial', 'disable success'), '1.11.1')]).toEqual([false, false, true]);
  expect([cured(block(`disable denial ${ZONE}`, `disable success ${ZONE}`), '1.11.1'), cured('', '1.11.1')]).toEqual([true, true]);
  expect([cured(block('disable denial'), '1.11.1', true), cured(block('disable denial', 'serve_stale'), '1.11.1', true)]).toEqual([true, false]);
});

test('cured is one second, where they can only be shortened', () => {
  expect([cured(block('denial 9984 1'), '1.8.0'), cured(block('denial 9984 2'), '1.8.0'), cured('cache {$TTL}', '1.8.0')]).toEqual([true, false, false]);
});

test('a text that CoreDNS refuses, or none, is not cured', () => {
  const asked = question(situation('kubeadm', { coreDnsVersion: '1.11.1', current: text('. {') }));
  const cure = remedy(asked.situation, asked.zones, undefined);
  expect([isCured(asked.file, asked, cure), isCured(undefined, asked, cure)]).toEqual([false, false]);
});

test('files that were not read are named, if there are any', () => {
  expect(unreadReasons({ between: [], inside: [] })).toEqual([]);
  expect(unreadReasons({ between: ['a/*.server', 'b'], inside: ['a/*.override'] }))
    .toEqual(['not read: a/*.server, b; a server block in one of them may answer instead', 'not read: a/*.override; plugins in one of them may answer first']);
});
