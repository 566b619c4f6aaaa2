import { afterChange, findings, sound } from './harness';
import { serviceIpFamilies } from '../../src/rules/service-ip-families';

const headless = (spec: any) => afterChange(serviceIpFamilies, ({ service }) => { Object.assign(service.spec, spec); });

test('the sound set passes, and so do one family and two with a policy for two', () => {
  expect(findings(serviceIpFamilies, sound().objects)).toEqual([]);
  const good = [
    { ipFamilies: ['IPv6'] }, { ipFamilies: ['IPv4'], ipFamilyPolicy: 'SingleStack' }, { ipFamilies: ['IPv6', 'IPv4'], ipFamilyPolicy: 'PreferDualStack' },
    { ipFamilyPolicy: 'RequireDualStack' }, { ipFamilies: ['IPv4', 'IPv6'], selector: undefined }, { type: 'ExternalName', externalName: 'a.example' },
  ];
  expect(good.flatMap(headless)).toEqual([]);
});

test.each([
  [{ ipFamilies: ['IPv4', 'IPv4'] }, 'spec.ipFamilies[1]', 'ipFamilies holds "IPv4" twice'],
  [{ ipFamilies: ['ipv4'] }, 'spec.ipFamilies[0]', 'ipFamilies holds "ipv4"'],
  [{ ipFamilies: ['IPv4', 'IPv6', 'IPv4'], ipFamilyPolicy: 'PreferDualStack' }, 'spec.ipFamilies[2]', 'ipFamilies holds "IPv4" twice'],
  [{ ipFamilies: ['IPv4', 'IPv6'], ipFamilyPolicy: 'SingleStack' }, 'spec.ipFamilyPolicy', 'two ipFamilies stand beside ipFamilyPolicy SingleStack'],
  [{ ipFamilies: ['IPv4', 'IPv6'] }, 'spec.ipFamilyPolicy', 'two ipFamilies stand beside no ipFamilyPolicy, which means SingleStack'],
  [{ ipFamilyPolicy: 'DualStack' }, 'spec.ipFamilyPolicy', 'ipFamilyPolicy is "DualStack"'],
  [{ type: 'ExternalName', ipFamilies: ['IPv4'] }, 'spec.ipFamilies', 'ipFamilies stands on type ExternalName, which has no address'],
])('fails %j, which nothing can acknowledge', (spec, path, message) => {
  expect(headless(spec)).toMatchObject([{ severity: 'error', path, message: `${message}; the API server refuses the Service`, acknowledgeable: false }]);
});
