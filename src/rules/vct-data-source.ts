import { map, shown, text } from './json';
import { isDnsSubdomain } from './label-syntax';
import { type Rule, since } from './rule';

const CLAIM = 'PersistentVolumeClaim';
const SNAPSHOTS = 'snapshot.storage.k8s.io';

export const vctDataSource: Rule = {
  id: 'vct-data-source',
  severity: 'error',
  title: 'the dataSource of a claim template is a named claim or VolumeSnapshot; anything else stands in dataSourceRef',
  source: 'kubernetes v1.28.15 pkg/api/persistentvolumeclaim/util.go L72 (EnforceDataSourceBackwardsCompatibility), '
    + 'pkg/apis/core/validation/validation.go L2088 (validateDataSource); run of v1.28.15: accepted and dropped',
  set: (set, report, { minor }) => set.claims.forEach((claim, i) => {
    const { dataSource, dataSourceRef } = map(claim.spec);
    if ((dataSource ?? undefined) === undefined || (dataSourceRef ?? undefined) !== undefined) return;
    const { kind, name, apiGroup } = map(dataSource);
    const group = text(apiGroup) ?? '';
    const known = (kind === CLAIM && group === '') || (kind === 'VolumeSnapshot' && group === SNAPSHOTS);
    if (known && name) return;
    const of = `claim template ${shown(set.claimNameAt(i))} has the dataSource ${shown(dataSource)}`;
    report({
      object: set.object,
      path: ['spec', 'volumeClaimTemplates', i, 'spec', 'dataSource', ...known ? ['name'] : []],
      rejected: since(34)(minor) && (!name || !kind || (group === '' ? kind !== CLAIM : !isDnsSubdomain(group))),
      message: known ? `${of} without a name; no claim can be created` : `${of}, which is neither a claim nor a VolumeSnapshot; it is dropped without a word, and the member starts on an empty volume`,
      fix: known ? 'name the object to copy' : kind === 'VolumeSnapshot' ? `write apiGroup: ${SNAPSHOTS}`
        : `write kind: ${CLAIM}, or VolumeSnapshot with apiGroup: ${SNAPSHOTS}, or use dataSourceRef`,
    });
  }),
};
