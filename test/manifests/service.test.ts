import { clientServiceSpec, headlessServiceSpec, peerServiceSpec, publishedPorts } from '../../src/manifests/service';

test('ports are published once, in order, and every one has a name', () => {
  expect(publishedPorts([{ number: 80 }, { name: 'x', number: 80 }, { number: 80, protocol: 'UDP' }, { name: 'admin', number: 81 }], { admin: 'http' })).toEqual([
    { name: 'tcp-80', number: 80, protocol: 'TCP', appProtocol: undefined, targetable: false },
    { name: 'udp-80', number: 80, protocol: 'UDP', appProtocol: undefined, targetable: false },
    { name: 'admin', number: 81, protocol: 'TCP', appProtocol: 'http', targetable: true },
  ]);
});

test('a headless Service never remaps a port', () => {
  const { ports } = headlessServiceSpec({ selector: { a: 'b' }, ports: publishedPorts([{ name: 'x', number: 80 }], {}), publishNotReadyAddresses: false });
  expect(ports).toEqual([{ name: 'x', port: 80, targetPort: 80, protocol: 'TCP' }]);
});

test('a client Service targets by name where there is one', () => {
  const { ports } = clientServiceSpec({ type: 'ClusterIP', selector: { a: 'b' }, ports: publishedPorts([{ name: 'x', number: 80 }, { number: 81 }], {}) });
  expect(ports.map((p: any) => p.targetPort)).toEqual(['x', 81]);
});

test('a peer Service has an address, publishes before readiness, and never remaps a port or targets it by name', () => {
  expect(peerServiceSpec({ selector: { a: 'b' }, ports: publishedPorts([{ name: 'x', number: 80 }], { x: 'http' }), ipFamilies: ['IPv4'] })).toEqual({
    type: 'ClusterIP',
    selector: { a: 'b' },
    publishNotReadyAddresses: true,
    ipFamilies: ['IPv4'],
    ports: [{ name: 'x', port: 80, targetPort: 80, protocol: 'TCP', appProtocol: 'http' }],
  });
});
