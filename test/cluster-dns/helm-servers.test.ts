import * as fc from 'fast-check';
import { helmValues, lostComments } from '../../src/cluster-dns/helm-servers';
import { HelmValues, renderHelmServers } from '../../src/cluster-dns/helm-template';
import { Directive } from '../../src/corefile/cst';
import { parse } from '../../src/corefile/parse';
import { corefiles } from '../corefile/arbitraries';
import { corefile, kubeadm } from '../corefile/corefiles';

const said = (text: string, domain?: string) => helmValues(text, domain === undefined ? {} : { domain }) as HelmValues;
const words = (text: string) => {
  const { blocks, imports, errors } = parse(text);
  const full = ({ tokens }: Directive) => tokens.map((token) => token.text).join(' ').replace(' { }', '');
  return [blocks.map(({ keys, directives, imports: own }) => [keys.map((key) => key.text), directives.map(full), own.map(({ pattern }) => pattern.text)]),
    imports.map(({ pattern }) => pattern.text), errors];
};

test('servers hold the zones, the port and each plugin with its arguments and options', () => {
  expect(said(kubeadm('cache 30 {\n       disable denial a.test\n    }')).servers).toEqual([{
    zones: [{ zone: '.', use_tcp: true }],
    port: 53,
    plugins: [
      { name: 'errors' },
      { name: 'health', configBlock: 'lameduck 5s' },
      { name: 'ready' },
      { name: 'kubernetes', parameters: 'cluster.local in-addr.arpa ip6.arpa', configBlock: 'pods insecure\nfallthrough in-addr.arpa ip6.arpa\nttl 30' },
      { name: 'prometheus', parameters: ':9153' },
      { name: 'forward', parameters: '. /etc/resolv.conf', configBlock: 'max_concurrent 1000' },
      { name: 'cache', parameters: '30', configBlock: 'disable denial a.test' },
      { name: 'loop' }, { name: 'reload' }, { name: 'loadbalance' },
    ],
  }]);
});

test('several zones, schemes, ports, and imports have their place', () => {
  const text = 'import x/*.server\ndns://a.test:5300, b.test:53 {\n import x/*.override\n log\n}\n';
  expect(said(text)).toEqual({
    extraConfig: { import: { parameters: 'x/*.server' } },
    servers: [{
      zones: [{ zone: 'a.test:5300', scheme: 'dns://' }, { zone: 'b.test', use_tcp: true }],
      port: 53,
      plugins: [{ name: 'import', parameters: 'x/*.override' }, { name: 'log' }],
    }],
  });
  expect(renderHelmServers(said(text), {})).toBe('import x/*.server\ndns://a.test:5300 b.test:53 {\n    import  x/*.override\n    log \n}\n');
});

test('RKE2 puts the cluster domain in front by itself, so it is left out', () => {
  const rke2 = (kubernetes: string) => said(`.:53 {\n ${kubernetes}\n}\n`, 'cluster.local').servers[0].plugins[0];
  expect(rke2('kubernetes cluster.local cluster.local in-addr.arpa')).toEqual({ name: 'kubernetes', parameters: 'cluster.local in-addr.arpa' });
  expect(rke2('kubernetes cluster.local in-addr.arpa')).toEqual({ name: 'kubernetes', parameters: 'in-addr.arpa' });
  expect(rke2('kubernetes cluster.local')).toEqual({ name: 'kubernetes', parameters: 'cluster.local' });
  const text = corefile('RKE2', 'cache   30');
  expect(words(renderHelmServers(said(text, 'cluster.local'), { domain: 'cluster.local' }))).toEqual(words(text));
});

test('comments in an option block stay, others are named', () => {
  const text = '# top\n.:53 {\n log # why\n cache 30 { # brace\n  # inside\n  keepttl # end\n }\n}\n';
  expect(said(text).servers[0].plugins[1].configBlock).toBe('# brace\n # inside\n keepttl # end');
  expect(lostComments(text, said(text))).toEqual(['# top', '# why']);
});

test.each<[string, string, string]>([
  ['a key without a port', '. {\n whoami\n}\n', 'the chart has no place for the key . without a port'],
  ['a snippet', '(a) {\n whoami\n}\n.:53 {\n import a\n}\n', 'the chart has no snippets such as (a)'],
  ['two imports', 'import a/*.x\nimport b/*.x\n.:53 {\n whoami\n}\n', 'the chart takes one import'],
  ['a quoted text of several lines', '.:53 {\n log "a\nb"\n}\n', 'a quoted text goes over several lines'],
  ['a key with a blank', '"a b:53" {\n whoami\n}\n', 'they would render another text'],
  ['what CoreDNS refuses', '.:53 {\n whoami\n}\nimport x {\n whoami\n}\n', 'Import takes only one argument'],
])('fails for %s', (_, text, message) => {
  expect(helmValues(text)).toMatchObject({ code: 'helm-values', where: expect.stringMatching(/^Corefile/), message: expect.stringContaining(message), fix: expect.any(String) });
});

test('what any Corefile becomes renders the same words, or is refused', () => {
  let values = 0;
  fc.assert(fc.property(corefiles, fc.constantFrom(undefined, 'cluster.local'), (text, domain) => {
    const ported = text.replace(/^(\S*(?:, \S+)?) \{/gm, (line, key: string) => (key.includes(':53') ? line : `${key}:53 {`));
    const found = helmValues(ported, { domain });
    if ('code' in found) return;
    values++;
    const once = (told: unknown) => JSON.parse(JSON.stringify(told).replaceAll('kubernetes cluster.local cluster.local', 'kubernetes cluster.local'));
    expect(once(words(renderHelmServers(found, { domain })))).toEqual(words(ported));
  }), { numRuns: 500 });
  expect(values).toBeGreaterThan(100);
});
