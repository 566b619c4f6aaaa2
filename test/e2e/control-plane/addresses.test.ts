import * as fc from 'fast-check';
import { API_SERVER, KUBERNETES_SERVICE, NODE, podAddress, SERVICE_CIDR } from '../../../e2e/control-plane/addresses';

test('every address is of the benchmarking range', () => {
  expect([SERVICE_CIDR, KUBERNETES_SERVICE, API_SERVER, NODE]).toEqual(['198.19.0.0/16', '198.19.0.1', '198.18.255.1', '198.18.255.2']);
  expect([podAddress(0), podAddress(253), podAddress(254), podAddress(64_007)]).toEqual(['198.18.0.1', '198.18.0.254', '198.18.1.1', '198.18.251.254']);
});

test('no two pods have one address, and none has that of a node', () => {
  fc.assert(fc.property(fc.nat(64_007), fc.nat(64_007), (a, b) => {
    expect(podAddress(a) === podAddress(b)).toBe(a === b);
    expect(podAddress(a)).toMatch(/^198\.18\.(?!25[2-5]\.)\d+\.(?!0$|255$)\d+$/);
  }));
});

test('fails when there are no more', () => expect(() => podAddress(64_008)).toThrow('there are 64008 pod addresses, and none for number 64008'));
