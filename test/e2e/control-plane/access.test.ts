import { createPrivateKey } from 'crypto';
import { ADMIN, kubeconfig, kubelet, SCHEDULER, signingKey, Tokens } from '../../../e2e/control-plane/access';

test('each user has a token of its own, and the file names users and groups', () => {
  const tokens = new Tokens([ADMIN, SCHEDULER, kubelet('node-0')]);
  expect(tokens.csv.replace(/^[0-9a-f]{48},/gm, 'TOKEN,')).toBe([
    'TOKEN,kubernetes-admin,kubernetes-admin,"system:masters"\n',
    'TOKEN,system:kube-scheduler,system:kube-scheduler,""\n',
    'TOKEN,system:node:node-0,system:node:node-0,"system:nodes"\n',
  ].join(''));
  expect(new Set(tokens.csv.split('\n').map((line) => line.split(',')[0])).size).toBe(4);
  expect(tokens.csv).toContain(`${tokens.of(SCHEDULER)},system:kube-scheduler,`);
});

test('fails for a user that the API server was not told of', () => {
  expect(() => new Tokens([ADMIN]).of(kubelet('node-1'))).toThrow('system:node:node-1 has no token: name the user when the control plane is started');
});

test('a kubeconfig trusts the authority it is given, and no other', () => {
  const { clusters, users } = JSON.parse(kubeconfig({ server: 'https://127.0.0.1:1', ca: 'PEM', token: 't' }));
  expect(clusters).toEqual([{ name: 'local', cluster: { 'server': 'https://127.0.0.1:1', 'certificate-authority-data': 'UEVN' } }]);
  expect(users).toEqual([{ name: 'local', user: { token: 't' } }]);
});

test('ServiceAccount tokens are signed with an RSA key', () => {
  const { privateKey, publicKey } = signingKey();
  expect(createPrivateKey(privateKey).asymmetricKeyType).toBe('rsa');
  expect(publicKey).toMatch(/^-----BEGIN PUBLIC KEY-----/);
});
