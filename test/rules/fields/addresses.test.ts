import { addressKey, isCidr, isIp, isWithin } from '../../../src/rules/fields/addresses';

const sound = (reads: (text: string, minor: number) => boolean, texts: readonly string[], minor = 28) => texts.filter((text) => reads(text, minor));

test('four numbers below 256 are an address, and eight words in hexadecimal, of which one run of zeros may be left out', () => {
  const addresses = ['10.0.0.1', '255.255.255.255', '::', '::1', '2001:db8::1', '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:192.0.2.1', '::ffff:192.0.2.1'];
  expect(sound(isIp, addresses)).toEqual(addresses);
  expect(sound(isIp, ['', '10.0.0', '10.0.0.256', '10.0.0.1.', '1:2:3', '1::2::3', '1:2:3:4:5:6:7:8:9', '12345::', '1.2.3.4::', ':1', 'x'])).toEqual([]);
});

test('from 1.36 on zeros in front and IPv4 in IPv6 are no address', () => {
  const loose = ['010.0.0.1', '::ffff:192.0.2.1'];
  expect(sound(isIp, loose, 35)).toEqual(loose);
  expect(sound(isIp, [...loose, '10.0.0.1', '0.0.0.0'], 36)).toEqual(['10.0.0.1', '0.0.0.0']);
});

test('a range is an address and a number of bits that it has', () => {
  expect(sound(isCidr, ['10.0.0.0/8', '0.0.0.0/0', '::/0', '2001:db8::/128', '10.0.0.0', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/x', 'x/8'])).toEqual(['10.0.0.0/8', '0.0.0.0/0', '::/0', '2001:db8::/128']);
});

test('from 1.36 on a range has no bits behind its prefix, and no zero in front of its length', () => {
  const loose = ['10.0.0.1/8', '10.0.0.0/08', '010.0.0.0/8', '2001:db8::1/32'];
  expect(sound(isCidr, loose, 35)).toEqual(loose);
  expect(sound(isCidr, [...loose, '10.0.0.1/32', '2001:db8::/32'], 36)).toEqual(['10.0.0.1/32', '2001:db8::/32']);
});

test('a range lies within another when it is smaller and begins in it', () => {
  expect(isWithin('10.1.0.0/16', '10.0.0.0/8')).toBe(true);
  expect(isWithin('2001:db8:1::/48', '2001:db8::/32')).toBe(true);
  expect(isWithin('10.0.0.0/8', '10.0.0.0/8')).toBe(false);
  expect(isWithin('11.0.0.0/16', '10.0.0.0/8')).toBe(false);
  expect(isWithin('2001:db9::/48', '2001:db8::/32')).toBe(false);
  expect(isWithin('2001:db8::/48', '10.0.0.0/8')).toBe(false);
});

test('an address has one key, however it is written', () => {
  expect([addressKey('fd00::7'), addressKey('FD00:0:0:0::7')]).toEqual(Array(2).fill('address 128/336294682933583715844663186250927177735'));
  expect([addressKey('10.0.0.1'), addressKey('::a00:1')]).toEqual(['address 32/167772161', 'address 128/167772161']);
  expect([addressKey('None'), addressKey('')]).toEqual([undefined, undefined]);
});
