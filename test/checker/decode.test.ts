import { decode } from '../../src/checker/decode';

const bytes = (...values: number[]) => Uint8Array.from(values);

test('text in UTF-8 is read, and a byte order mark is taken off', () => {
  expect([decode(bytes(0xc3, 0xa9)), decode(bytes(0xef, 0xbb, 0xbf, 0x61)), decode(bytes())]).toEqual(['é', 'a', '']);
});

test.each([
  ['UTF-16, little end first', bytes(0xff, 0xfe, 0x61, 0), 'the file is UTF-16; kubectl looks for its lines as bytes and finds none'],
  ['UTF-16, big end first', bytes(0xfe, 0xff, 0, 0x61), 'the file is UTF-16; kubectl looks for its lines as bytes and finds none'],
  ['zero bytes', bytes(0x61, 0, 0x62), 'byte 1 is 0, so this is no text'],
  ['broken UTF-8', bytes(0x61, 0xc3, 0x28), 'the bytes are no UTF-8'],
  ['a picture', bytes(0x89, 0x50, 0x4e, 0x47), 'the bytes are no UTF-8'],
])('fails on %s', (_, given, message) => {
  expect(decode(given)).toMatchObject({ id: 'input-not-text', message });
});
