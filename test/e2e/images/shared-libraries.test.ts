import { librariesIn } from '../../../e2e/images/shared-libraries';

const OUTPUT = `\tlinux-vdso.so.1 (0x00007ffd5a1f2000)
\tlibssl.so.3 => /lib/x86_64-linux-gnu/libssl.so.3 (0x00007f1d3a000000)
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f1d39e1f000)
\t/lib64/ld-linux-x86-64.so.2 (0x00007f1d3a4f2000)
`;

test('libraries and the loader are found, and what is in the kernel is not', () => {
  expect(librariesIn(OUTPUT, '/usr/bin/redis-server')).toEqual([
    '/lib/x86_64-linux-gnu/libssl.so.3', '/lib/x86_64-linux-gnu/libc.so.6', '/lib64/ld-linux-x86-64.so.2',
  ]);
});

test('fails on a library that this machine does not have', () => {
  expect(() => librariesIn('\tlibjemalloc.so.2 => not found\n', '/usr/bin/redis-server'))
    .toThrow('/usr/bin/redis-server needs libjemalloc.so.2, which this machine does not have');
});
