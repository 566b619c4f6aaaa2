import { exactWords, filled, some } from './allow';
import { CHECKED_SELECTOR, metadata } from './metadata';
import { Allow, list, sinceMinor, struct, TEXT, text } from './shape';
import { EPHEMERAL, MODES } from './volumes';
import { map } from '../json';
import { isDnsSubdomain } from '../label-syntax';

/** The minor version whose API server looks at the group of a source; some before it do so as well. */
const READS_GROUP = 34;
const SNAPSHOTS = 'snapshot.storage.k8s.io';
/** The minor version whose API server keeps the class of attributes by itself. */
const ATTRIBUTES = 34;

type Source = Record<string, unknown> | undefined;

const group = (source: Source) => String(source?.apiGroup ?? '');
/** What the API server keeps of a `dataSource` that stands alone: others it drops without a word. */
const isKept = (source: Source) => group(source) === '' ? source?.kind === 'PersistentVolumeClaim' : source?.kind === 'VolumeSnapshot' && group(source) === SNAPSHOTS;
const given = (value: unknown): Source => value === null || typeof value !== 'object' ? undefined : map(value);

/** Both fields of a source name the same one; from another namespace it is dropped. */
const sources: Allow = (value, minor) => {
  const { dataSource, dataSourceRef } = map(value);
  const [old, written] = [given(dataSource), given(dataSourceRef)];
  const ref = written?.namespace ? undefined : written;
  const kept = ref || isKept(old) ? old : undefined;
  for (const source of [kept, ref]) {
    if (!source) continue;
    if (!source.name || !source.kind) return 'a kind and a name of the data source';
    if (group(source) === '' ? source.kind !== 'PersistentVolumeClaim' : minor >= READS_GROUP && !isDnsSubdomain(group(source))) return 'the apiGroup of a data source that is no PersistentVolumeClaim, a DNS name';
  }
  const differ = kept && ref && (kept.kind !== ref.kind || kept.name !== ref.name || group(kept) !== group(ref));
  return differ ? 'dataSource and dataSourceRef alike, or one of them' : undefined;
};
const modes: Allow = (value: any[], minor) => some(value, minor)
  ?? (value.includes('ReadWriteOncePod') && value.some((mode) => mode !== 'ReadWriteOncePod') ? 'ReadWriteOncePod alone' : undefined);
const className = filled('a DNS name in lower case', isDnsSubdomain);

/** A claim of its own, which no set makes. */
export const PERSISTENT_VOLUME_CLAIM = struct({
  metadata: metadata(isDnsSubdomain, 'a DNS name in lower case'),
  spec: struct({
    ...EPHEMERAL.fields,
    selector: CHECKED_SELECTOR,
    accessModes: list(text(exactWords(...MODES)), modes),
    storageClassName: text(className),
    volumeAttributesClassName: sinceMinor(ATTRIBUTES, text(className)),
    dataSource: struct({ apiGroup: TEXT, kind: TEXT, name: TEXT }),
    dataSourceRef: struct({ apiGroup: TEXT, kind: TEXT, name: TEXT, namespace: TEXT }),
  }, EPHEMERAL.needs, sources),
}, ['spec']);
