import * as kplus from 'cdk8s-plus-28';
import { Members, PeerSelection, PodDefaults, StatefulWorkload } from '../../src';
import { chart, db, pod, refusal } from '../support';

const errors = (use: (workload: StatefulWorkload) => void, props: object = {}) => {
  const it = db(props);
  use(it.workload);
  return it.workload.findings.filter((f) => f.severity === 'error').map(({ ruleId, path, message }) => [ruleId, path, message]);
};

describe('a pod that names itself', () => {
  const env = (use: (workload: StatefulWorkload) => void) => {
    const scope = chart();
    const workload = new StatefulWorkload(scope, 'db', { replicas: 3, podDefaults: PodDefaults.none(), selector: { app: 'db' }, members: Members.quorum() });
    workload.addContainer({ image: 'example/db:1' });
    use(workload);
    return pod(scope).containers[0].env?.map((variable: any) => variable.name);
  };

  test.each<[string, (workload: StatefulWorkload) => unknown]>([
    ['a list for a ConfigMap', ({ identity }) => identity.peers('{fqdn}')],
    ['a list of texts', ({ identity }) => identity.peersJson('{name}')],
    ['a list by the workload', (workload) => workload.peers('{name}')],
    ['names for a certificate', ({ identity }) => identity.tlsNames()],
    ['one name', (workload) => workload.fqdn(0)],
    ['all names', ({ identity }) => identity.pods],
  ])('is not what %s asks for: the template stays as it is', (_, use) => {
    expect(env(use)).toBeUndefined();
  });

  test.each<[string, (workload: StatefulWorkload) => unknown]>([
    ['self()', (workload) => workload.self('{name}')],
    ['selfShell()', ({ identity }) => identity.selfShell('{ordinal}')],
    ['byOrdinal()', (workload) => workload.byOrdinal({ others: ['a'] })],
  ])('has its variables from %s on', (_, use) => {
    expect(env(use)).toEqual(['POD_NAME', 'POD_ORDINAL']);
  });
});

describe('what has no answer is reported with everything else', () => {
  const missing = (what: string) => `StatefulSet db has no pod of ordinal ${what}: it has ordinals 0 to 2, so the name never resolves`;

  test('fails ordinals that the set does not have, by the call that asked', () => {
    expect(errors((workload) => {
      workload.fqdn(7);
      workload.identity.pod(-1);
      workload.addClientService({ ordinal: 9 });
      workload.peers('{name}', { members: PeerSelection.only(3) });
    })).toEqual([
      ['ordinal-unknown', 'fqdn(7)', missing('7')],
      ['ordinal-unknown', 'identity.pod(-1)', missing('-1')],
      ['ordinal-unknown', 'addClientService("db-client").ordinal', missing('9')],
      ['ordinal-unknown', 'peers', missing('3')],
    ]);
  });

  test('fails the name of a pod that does not exist once, also where a container carries it', () => {
    const { workload, container } = db();
    container.env.addVariable('MASTER', kplus.EnvValue.fromValue(workload.fqdn(7)));
    workload.addPeerServices();
    container.env.addVariable('PEER', kplus.EnvValue.fromValue(workload.peerFqdn(7)));
    expect(workload.findings.filter((f) => f.severity === 'error').map((f) => [f.ruleId, f.path])).toEqual([['ordinal-unknown', 'fqdn(7)'], ['ordinal-unknown', 'peerFqdn(7)']]);
  });

  test('warns of peer Services that nothing names, whatever comes first, and takes a reason', () => {
    const found = (use: (workload: StatefulWorkload) => void) => {
      const { workload } = db();
      workload.addPeerServices();
      use(workload);
      return workload.findings.filter(({ ruleId }) => ruleId === 'peer-services-unused').map(({ severity, path, message }) => `${severity} ${path}: ${message}`);
    };
    expect(found(() => {})).toEqual([
      'warning addPeerServices: nothing asks for the names of the peer Services, so the members still know each other by names whose address changes',
    ]);
    expect(found((workload) => workload.peers('{fqdn}'))).toHaveLength(1);
    for (const use of [
      (workload: StatefulWorkload) => workload.peers('{peer}'), (workload: StatefulWorkload) => workload.self('{peerFqdn}'), (workload: StatefulWorkload) => workload.peerFqdn(0),
      (workload: StatefulWorkload) => workload.identity.pod(1).peerName, (workload: StatefulWorkload) => workload.acknowledge('peer-services-unused', 'named in the ConfigMap of the operator'),
    ]) expect(found(use)).toEqual([]);
  });

  test('fails templates by the method that was given them, through the identity too, each once', () => {
    const known = '{name}, {fqdn}, {host}, {ordinal}, {service}, {serviceFqdn}, {namespace}, {id}, {uuid}, {peer}, {peerFqdn}';
    const message = `template "{nmae}": {nmae} is not a placeholder (known: ${known})`;
    expect(errors((workload) => {
      workload.self('{nmae}');
      workload.identity.selfShell('{nmae}');
      workload.identity.peersJson('{nmae}');
      workload.identity.pod(0).format('{nmae}');
      workload.peers('{nmae}');
      workload.peers('{nmae}');
    })).toEqual(['self', 'selfShell', 'peersJson', 'format', 'peers'].map((field) => ['peer-template', field, message]));
  });

  test('goes on with a text', () => {
    const { workload } = db();
    expect([workload.self('{nmae}'), workload.fqdn(7), workload.peers('{name}{x}', { members: PeerSelection.first() })]).toEqual(['{nmae}', 'db-7.db.prod.svc.cluster.local', 'db-0{x}']);
  });

  test('fails lists that would be empty or full of nothing', () => {
    const some = (members: PeerSelection) => (workload: StatefulWorkload) => workload.peers('{name}', { members });
    for (const use of [some(PeerSelection.first(0)), some(PeerSelection.first(-1)), some(PeerSelection.only()), (workload: StatefulWorkload) => workload.peers('')]) {
      expect(errors(use).map(([ruleId, path]) => [ruleId, path])).toEqual([['peer-template', 'peers']]);
    }
    expect(errors(some(PeerSelection.others(9))).map(([ruleId]) => ruleId)).toEqual(['ordinal-unknown']);
    expect(errors((workload) => workload.peers('{name}'), { replicas: 0 })).toEqual([
      ['peer-list-empty', 'peers', 'StatefulSet db has no pods: the list would be empty, and whoever reads it stands alone'],
    ]);
  });
});

describe('SRV names', () => {
  test('fail for a port that no container has, and for another protocol than its own', () => {
    expect(errors(({ identity }) => {
      identity.srv('nope');
      identity.srv('nope');
      identity.srv('sql', 'UDP');
    })).toEqual([
      ['declaration', 'identity.srv("nope")', 'no container has a TCP port named "nope": the headless Service has no such SRV record, and the name never resolves'],
      ['declaration', 'identity.srv("sql")', 'no container has a UDP port named "sql": the headless Service has no such SRV record, and the name never resolves'],
    ]);
  });

  test('may be asked for before the port is declared', () => {
    const scope = chart();
    const workload = new StatefulWorkload(scope, 'db', { replicas: 3 });
    expect(workload.identity.srv('sql')).toBe('_sql._tcp.db.prod.svc.cluster.local');
    workload.addContainer({ image: 'example/db:1', ports: [{ name: 'sql', number: 5432, protocol: kplus.Protocol.TCP }, { number: 53, protocol: kplus.Protocol.UDP }] });
    workload.identity.srv('udp-53', 'udp');
    expect(workload.findings.filter((f) => f.severity === 'error')).toEqual([]);
  });
});

test('fails everything in one error, with the construct path', () => {
  const { chart: scope, workload } = db();
  workload.fqdn(7);
  workload.peers('');
  workload.identity.srv('nope');
  workload.byOrdinal({});
  expect(refusal(scope).split('\n').slice(1).map((line) => /^ {2}\[test\/db\] ([a-z-]+): StatefulSet prod\/db (\S+): /.exec(line)!.slice(1))).toEqual([
    ['ordinal-unknown', 'fqdn(7)'], ['peer-template', 'peers'], ['declaration', 'byOrdinal'], ['declaration', 'identity.srv("nope")'],
  ]);
});
