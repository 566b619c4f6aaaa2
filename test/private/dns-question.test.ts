import { CoreDnsPatchProps, CurrentCorefile, DnsPlatform } from '../../src';
import { dnsQuestion, serviceOf, workloadsBelow } from '../../src/private/dns-question';
import { app, chart, db } from '../support';

const asked = (props: Partial<CoreDnsPatchProps>, scope = chart()) => {
  db({}, scope);
  return dnsQuestion(scope, { platform: DnsPlatform.eks(), ...props });
};

test('workloads are found below a scope and named by their headless Service', () => {
  const scope = chart();
  const { workload } = db({ headlessService: { name: 'peers' } }, scope);
  expect(workloadsBelow(app(scope)).map(serviceOf)).toEqual([{ service: 'peers', namespace: 'prod', domain: 'cluster.local' }]);
  expect(workloadsBelow(workload)).toEqual([workload]);
});

test('a declaration becomes a situation with defaults', () => {
  expect(asked({ current: CurrentCorefile.fromText('. {\n}') }).situation).toMatchObject({
    platform: { id: 'eks' }, services: [{ service: 'db', namespace: 'prod' }], scope: 'service', aboutToUpgrade: false, current: { corefile: '. {\n}' },
  });
});

test('Services of others are in the cluster domain that is told', () => {
  expect(asked({ services: ['redis.cache'], clusterDomain: 'a.test' }).situation!.services[1]).toEqual({ service: 'redis', namespace: 'cache', domain: 'a.test' });
});

test('fails with everything that is wrong, and without a situation', () => {
  const { situation, refusals } = asked({ current: CurrentCorefile.fromText(''), services: ['x', 'y'] });
  expect([situation, refusals.map(({ code }) => code)]).toEqual([undefined, ['unusable', 'service-name', 'service-name']]);
});
