import { nameProblem } from '../../src/corefile/plugin-names';

test.each(['cache', 'kubernetes', 'hosts', 'template', 'on', 'tsig', 'multisocket'])('%s is a plugin of stock CoreDNS', (name) => expect(nameProblem(name)).toBeUndefined());

test.each<[string, string]>([
  ['chache', 'write cache'],
  ['cahce', 'write cache'],
  ['Cache', 'write cache'],
  ['kubernets', 'write kubernetes'],
  ['logs', 'write log'],
  ['cache{', 'write cache'],
  ['proxy', 'write forward, with the same zone and addresses'],
  ['denial', 'put it into the option block of cache, with a blank before its "{"'],
  ['lameduck', 'put it into the option block of health, with a blank before its "{"'],
  ['example.org:53', 'write one plugin a line, and "{" and "}" apart by blanks'],
  ['', 'write one plugin a line, and "{" and "}" apart by blanks'],
])('fails for "%s", which no CoreDNS knows', (name, fix) => expect(nameProblem(name)).toMatchObject({ surely: true, fix }));

test.each(['kubernetai', 'lighthouse', 'k8s_gateway', 'git', 'ads', 'fanout', 'rrl', 'netbox', 'alternate', 'unbound', 'redisc', 'policy'])('%s may be a plugin of a custom build', (name) => {
  expect(nameProblem(name)).toMatchObject({ surely: false, fix: 'make sure that the image has it' });
});
