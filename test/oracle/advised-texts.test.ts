import { adviceTrials, advised, exampleTexts, withoutTexts } from '../../oracle/advised-texts';
import { onlyNew } from '../../oracle/trials';
import { platformOf } from '../../src/cluster-dns/platforms';
import { patchCache } from '../../src/corefile/edit';
import { DEFAULTS } from '../cluster-dns/situations';

const of = (id: string) => advised([platformOf(id)!])[0];

test('a platform that nobody gave a Corefile of is told, and is no success', () => {
  const forgotten = { ...platformOf('kubeadm')!, id: 'new', delivery: 'kops-cluster' as const };
  expect(withoutTexts(advised([forgotten, platformOf('eks-auto')!]))).toEqual([expect.stringMatching(/^new takes a change, and there is no text for it: {"refused":\d+}$/)]);
});

test('EKS: the Corefile in its configuration values, with and without disable, for the versions that know it', () => {
  const { texts, kinds } = of('eks');
  expect(kinds).toEqual({ edit: expect.any(Number) });
  const own = texts.filter(({ name }) => !name.endsWith('NodeLocal'));
  const disable = own.filter(({ corefile }) => corefile.includes('disable'));
  expect([...new Set(disable.map(({ versions }) => versions.join()))]).toEqual(['1.10.1,1.11.1,1.15.0']);
  expect(disable).toHaveLength(6);
  const [{ corefile, versions }] = own.filter((each) => !disable.includes(each));
  expect(versions).toEqual(['1.8.0', '1.10.1', '1.11.1', '1.15.0']);
  expect(corefile).toBe(DEFAULTS.eks!.replace('cache 30', 'cache 30 {\n        denial 9984 1\n    }'));
});

test('Gardener: a server block is started beside the main Corefile, and must be served at its port', () => {
  const [trial] = adviceTrials(of('gardener').texts);
  expect(trial.text).toBe(DEFAULTS.gardener);
  expect(Object.keys(trial.files)).toEqual(['custom/db.prod.server']);
  expect(trial.expected).toEqual({ served: ['.:8053', 'db.prod.svc.cluster.local.:8053'] });
});

test('every text of the example is started, the one that its patch renders too', () => {
  const [before, after] = exampleTexts();
  expect(patchCache(before.corefile, { zones: ['etcd.default.svc.cluster.local'], disable: ['success', 'denial'] })).toMatchObject({ text: after.corefile });
  expect(after.versions).toEqual(['1.10.1', '1.11.1', '1.15.0']);
});

test('the same text is started once by each version', () => {
  const trials = adviceTrials(exampleTexts());
  expect(onlyNew([...trials, ...trials])).toEqual(trials);
  expect(onlyNew(trials, trials.slice(1))).toEqual([trials[0]]);
});
