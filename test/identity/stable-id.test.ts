import * as fc from 'fast-check';
import { stableId, stableUuid } from '../../src/identity/stable-id';

test('the same name has the same id for ever', () => {
  expect(stableId('kafka-0.kafka.prod.svc.cluster.local')).toBe('4qvK-N49TSaZ20IOAJvJew');
  expect(stableUuid('kafka-0.kafka.prod.svc.cluster.local')).toBe('e2abcaf8-de3d-4d26-99db-420e009bc97b');
});

test('an id is a version 4 UUID in base64url, 22 characters, and never begins like an option', () => {
  fc.assert(fc.property(fc.string(), (name) => {
    const id = stableId(name);
    const bytes = Buffer.from(id, 'base64url');
    expect(id).toMatch(/^[A-Za-z0-9_][A-Za-z0-9_-]{21}$/);
    expect([bytes.length, bytes[6] >> 4, bytes[8] >> 6]).toEqual([16, 4, 2]);
    expect(stableUuid(name).replace(/-/g, '')).toBe(bytes.toString('hex'));
  }));
});
