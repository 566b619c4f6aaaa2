import { exactWords, some } from './allow';
import { CHECKED_SELECTOR, metadata } from './metadata';
import { Allow, list, sinceMinor, struct, TEXT, text } from './shape';
import { ATTRIBUTES, CLAIM_STATUS, className, EPHEMERAL, MODES, sourcesOf } from './volumes';
import { isDnsSubdomain } from '../label-syntax';

const modes: Allow = (value: any[], minor) => some(value, minor)
  ?? (value.includes('ReadWriteOncePod') && value.some((mode) => mode !== 'ReadWriteOncePod') ? 'ReadWriteOncePod alone' : undefined);

/** A claim of its own, which no set makes. */
export const PERSISTENT_VOLUME_CLAIM = struct({
  status: CLAIM_STATUS,
  metadata: metadata(isDnsSubdomain, 'a DNS name in lower case'),
  spec: struct({
    ...EPHEMERAL.fields,
    selector: CHECKED_SELECTOR,
    accessModes: list(text(exactWords(...MODES)), modes),
    storageClassName: text(className),
    volumeAttributesClassName: sinceMinor(ATTRIBUTES, text(className)),
    dataSource: struct({ apiGroup: TEXT, kind: TEXT, name: TEXT }),
    dataSourceRef: struct({ apiGroup: TEXT, kind: TEXT, name: TEXT, namespace: TEXT }),
  }, EPHEMERAL.needs, sourcesOf(() => true)),
}, ['spec']);
