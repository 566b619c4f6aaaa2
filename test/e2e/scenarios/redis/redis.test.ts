import { parseInfo } from '../../../../e2e/scenarios/redis/redis';

test('INFO is read by its names, whatever ends its lines', () => {
  expect(parseInfo('# Replication\r\nrole:slave\r\nmaster_host:test-redis-pod-0.x\r\nslave0:ip=a,port=6379\nempty:\r\n')).toEqual({
    role: 'slave', master_host: 'test-redis-pod-0.x', slave0: 'ip=a,port=6379', empty: '',
  });
});
