import { db, refusal } from './support';
import { Members, PeerSelection, StatefulIdentity } from '../src';

const list = (members?: PeerSelection, props: any = {}) => db({ replicas: 5, ...props }).workload.identity.peers('{ordinal}', { members });

test('a list names every member, or those that were chosen, ascending', () => {
  expect(list()).toBe('0,1,2,3,4');
  expect(list(PeerSelection.all())).toBe('0,1,2,3,4');
  expect(list(PeerSelection.first())).toBe('0');
  expect(list(PeerSelection.first(2))).toBe('0,1');
  expect(list(PeerSelection.others(2))).toBe('0,1,3,4');
  expect(list(PeerSelection.only(3, 1, 3))).toBe('1,3');
});

test('a selection follows the first ordinal of the set', () => {
  expect(list(PeerSelection.first(2), { ordinalsStart: 5 })).toBe('5,6');
  expect(list(PeerSelection.others(5), { ordinalsStart: 5 })).toBe('6,7,8,9');
});

test('members that bootstrap together are listed as they were at the first start, unless all are asked for', () => {
  const members = Members.quorum({ bootstrapTogether: true, bootstrapSize: 3 });
  expect(list(undefined, { members })).toBe('0,1,2');
  expect(list(PeerSelection.bootstrap(), { members })).toBe('0,1,2');
  expect(list(PeerSelection.all(), { members })).toBe('0,1,2,3,4');
});

test('an autoscaled set lists the members that always exist', () => {
  expect(list(undefined, { replicas: undefined, autoscale: { min: 2, max: 9 } })).toBe('0,1');
});

test('the separator stands between two members and nowhere else', () => {
  const { identity } = db().workload;
  expect(identity.peers('{host}', { separator: ' ' })).toBe('db-0.db db-1.db db-2.db');
  expect(identity.peers('{name}', { separator: '' })).toBe('db-0db-1db-2');
  expect(identity.peers('{name}', { separator: ',', members: PeerSelection.first() })).toBe('db-0');
});

test('fails a member that the set has not: at synth where a workload is asked, at once where an identity stands alone', () => {
  const { workload, chart: scope } = db({ replicas: 5 });
  workload.identity.peers('{ordinal}', { members: PeerSelection.only(5) });
  expect(refusal(scope)).toContain('[test/db] ordinal-unknown: ');
  const alone = new StatefulIdentity({ setName: 'db', serviceName: 'db', replicas: 5 });
  expect(() => alone.peers('{ordinal}', { members: PeerSelection.only(5) })).toThrow(/ordinal 5/);
});
