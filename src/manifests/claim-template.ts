import { Json, compact } from './json';

export interface ClaimModel {
  readonly name: string;
  readonly storage: string;
  readonly accessModes: readonly string[];
  readonly volumeMode: string;
  readonly storageClassName?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly selector?: Json;
  readonly dataSource?: Json;
  readonly dataSourceRef?: Json;
}

/**
 * With apiVersion, kind and volumeMode: the API server adds them, and a GitOps tool that compares the stored object
 * with a rendering without them sees a difference for ever.
 */
export function claimTemplate(model: ClaimModel): Json {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: compact({ name: model.name, labels: model.labels, annotations: model.annotations }),
    spec: compact({
      accessModes: model.accessModes,
      dataSource: model.dataSource,
      dataSourceRef: model.dataSourceRef,
      resources: { requests: { storage: model.storage } },
      selector: model.selector,
      storageClassName: model.storageClassName,
      volumeMode: model.volumeMode,
    }),
  };
}

const UNITS = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi'];

/** Kibibytes in the largest unit that needs no fraction: `10Gi`, `1536Mi`. */
export function quantity(kibibytes: number): string {
  let [amount, unit] = [kibibytes, 0];
  while (unit < UNITS.length - 1 && amount !== 0 && amount % 1024 === 0) [amount, unit] = [amount / 1024, unit + 1];
  return `${amount}${UNITS[unit]}`;
}
