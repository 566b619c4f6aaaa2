import { counted, printable, subject } from '../../../src/checker/reports/report';

const about = (kind: string, namespace: string, name: string) => subject({ kind, namespace, name } as any);

test('an object is told by kind, namespace and name, as far as it has them', () => {
  expect([about('Service', 'prod', 'db'), about('Service', '', 'db'), about('Service', 'prod', ''), about('', '', '')]).toEqual(['Service prod/db', 'Service db', 'Service', '']);
});

test('what a terminal obeys and XML refuses is not printed; line breaks and tabs are', () => {
  expect(printable('a\u001b[31m\u0000\u009b\uffff\n\té')).toBe('a\ufffd[31m\ufffd\ufffd\ufffd\n\té');
});

test('one is one, and any other number is many', () => {
  expect([counted(0, 'error'), counted(1, 'error'), counted(2, 'error')]).toEqual(['0 errors', '1 error', '2 errors']);
});
