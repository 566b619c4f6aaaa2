import { DNS_LABEL, LETTER_LABEL, labelFault } from '../../src/rules/dns-names';

test('a label may start with a digit, the stricter one may not', () => {
  expect([DNS_LABEL.test('0a'), LETTER_LABEL.test('0a'), LETTER_LABEL.test('a0')]).toEqual([true, false, true]);
});

test('63 characters are a label, 64 are none', () => {
  expect([63, 64].map((length) => DNS_LABEL.test('a'.repeat(length)) && LETTER_LABEL.test('a'.repeat(length)))).toEqual([true, false]);
});

test('a fault is told by its most likely reason', () => {
  expect(['web', 'a'.repeat(64), 'a.b', 'A', ''].map(labelFault)).toEqual([
    undefined, 'has 64 characters, a DNS label ends at 63', 'has dots, a DNS label has none',
    'is no DNS label (lower-case letters, digits and inner hyphens)', 'is no DNS label (lower-case letters, digits and inner hyphens)',
  ]);
});
