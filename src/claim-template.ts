import { Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { claimTemplate, quantity } from './manifests/claim-template';
import { compact } from './manifests/json';

/** What a claim is filled from when it is created: `dataSource` of a PersistentVolumeClaim. */
export interface ClaimDataSource {
  /** For example `PersistentVolumeClaim` or `VolumeSnapshot`. */
  readonly kind: string;
  /** Name of the object, in the namespace of the set. */
  readonly name: string;
  /**
   * API group, for example `snapshot.storage.k8s.io`.
   *
   * @default - the core group
   */
  readonly apiGroup?: string;
}

/** What a claim is filled from by a volume populator: `dataSourceRef` of a PersistentVolumeClaim. */
export interface ClaimDataSourceRef extends ClaimDataSource {
  /**
   * Namespace of the object. Another one needs the gate CrossNamespaceVolumeDataSource and a ReferenceGrant there.
   *
   * @default - the namespace of the set
   */
  readonly namespace?: string;
}

/** One of `volumeClaimTemplates`: every pod gets a claim of its own, `<claim>-<set>-<ordinal>`, which outlives it. */
export interface ClaimOptions {
  /**
   * Size of each claim (`spec.resources.requests.storage`); more than nothing.
   *
   * A template cannot be changed once applied, not even to a larger size: existing claims are resized one by one.
   */
  readonly storage: Size;

  /**
   * Name of the StorageClass.
   *
   * @default - the cluster's default class; an empty string means no dynamic provisioning
   */
  readonly storageClassName?: string;

  /**
   * How nodes and pods may mount the volume.
   *
   * @default - `ReadWriteOnce`
   */
  readonly accessModes?: kplus.PersistentVolumeAccessMode[];

  /**
   * A file system to `mount()`, or a block device to `attach()`.
   *
   * @default PersistentVolumeMode.FILE_SYSTEM
   */
  readonly volumeMode?: kplus.PersistentVolumeMode;

  /**
   * Labels of each claim. The controller adds the set's own selector labels. Never a chart or app version: the
   * template is immutable, and the next release could not be applied.
   *
   * @default - none
   */
  readonly labels?: { [key: string]: string };

  /**
   * Annotations of each claim.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Bind only volumes that carry these labels (`spec.selector.matchLabels`); turns dynamic provisioning off.
   *
   * @default - any volume
   */
  readonly volumeLabels?: { [key: string]: string };

  /**
   * Bind only volumes whose labels meet these expressions (`spec.selector.matchExpressions`); turns dynamic provisioning off.
   *
   * @default - any volume
   */
  readonly volumeLabelExpressions?: kplus.LabelExpression[];

  /**
   * What each claim is filled from: a snapshot or another claim (`spec.dataSource`). Another kind of object is dropped by the
   * API server without a word; `dataSourceRef` takes it.
   *
   * @default - empty
   */
  readonly dataSource?: ClaimDataSource;

  /**
   * What each claim is filled from: any object that a volume populator of the cluster knows (`spec.dataSourceRef`). Not
   * together with `dataSource`.
   *
   * @default - empty
   * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#volume-populators-and-data-sources
   */
  readonly dataSourceRef?: ClaimDataSourceRef;
}

/** When claims are deleted: `persistentVolumeClaimRetentionPolicy`. */
export enum ClaimRetention {
  /** Never by Kubernetes. */
  RETAIN = 'Retain',
  /** With the pod or the set: the data is gone. */
  DELETE = 'Delete',
}

/** When the claims of a set are deleted. */
export interface ClaimRetentionOptions {
  /**
   * When the StatefulSet is deleted, also for the delete-and-recreate that every immutable change needs.
   *
   * @default ClaimRetention.RETAIN
   */
  readonly whenDeleted?: ClaimRetention;
  /**
   * When the set is scaled down, or `ordinalsStart` moves.
   *
   * @default ClaimRetention.RETAIN
   */
  readonly whenScaled?: ClaimRetention;
}

/**
 * A claim template of a StatefulWorkload, made by `StatefulWorkload.claim()`.
 *
 * It mounts like any storage of cdk8s-plus, but leaves no volume in the pod: the controller puts the claim there.
 */
export class ClaimTemplate extends Construct implements kplus.IStorage {
  /**
   * @param first the template that has the name already: the volumes of both are one, so that a pod can be put together
   * @internal
   */
  public static _of(aside: Construct, id: string, name: string, options: ClaimOptions, first?: ClaimTemplate): ClaimTemplate {
    return new ClaimTemplate(aside, id, name, options, first);
  }

  /** Whether a volume stands for a claim, of whichever workload. @internal */
  public static _isPlaceholder(volume: kplus.Volume): boolean {
    return volume.node.scope instanceof ClaimTemplate;
  }

  private readonly placeholder: kplus.Volume;
  private readonly devices: Array<{ readonly container: kplus.Container; readonly path: string }> = [];

  private constructor(
    aside: Construct,
    id: string,
    /** Name of the claim template; claims are called `<name>-<set>-<ordinal>`. */
    public readonly name: string,
    private readonly options: ClaimOptions,
    first?: ClaimTemplate,
  ) {
    // Storage of cdk8s-plus must be a construct; outside the app's tree it costs nothing at synth.
    super(aside, id);
    this.placeholder = first?.placeholder ?? kplus.Volume.fromEmptyDir(this, 'Volume', name);
  }

  /**
   * Mounts the claim's file system (`volumeMounts`).
   *
   * @param container any container or init container of the workload
   * @param path absolute path in the container, unique there
   * @param options sub path, read-only, propagation
   */
  public mount(container: kplus.Container, path: string, options: kplus.MountOptions = {}): ClaimTemplate {
    container.mount(path, this, options);
    return this;
  }

  /**
   * Attaches the claim's block device (`volumeDevices`), for `volumeMode: Block`.
   *
   * @param container any container or init container of the workload
   * @param devicePath path of the device in the container, for example `/dev/xvda`
   */
  public attach(container: kplus.Container, devicePath: string): ClaimTemplate {
    this.devices.push({ container, path: devicePath });
    return this;
  }

  /** The volume that mounts of cdk8s-plus refer to; it is not rendered. */
  public asVolume(): kplus.Volume {
    return this.placeholder;
  }

  /** Containers that the claim is attached to as a device. @internal */
  public get _attached(): readonly kplus.Container[] {
    return this.devices.map((device) => device.container);
  }

  /** @internal */
  public _devicesOf(container: kplus.Container): any[] {
    return this.devices.filter((d) => d.container === container).map((d) => ({ devicePath: d.path, name: this.name }));
  }

  /** @internal */
  public _toTemplate(): any {
    const o = this.options;
    return claimTemplate({
      name: this.name,
      storage: quantity(o.storage.toKibibytes()),
      accessModes: o.accessModes ?? [kplus.PersistentVolumeAccessMode.READ_WRITE_ONCE],
      volumeMode: o.volumeMode ?? kplus.PersistentVolumeMode.FILE_SYSTEM,
      storageClassName: o.storageClassName,
      labels: o.labels,
      annotations: o.annotations,
      selector: compact({
        matchExpressions: o.volumeLabelExpressions?.map(({ key, operator, values }) => compact({ key, operator, values })),
        matchLabels: o.volumeLabels,
      }),
      // Both are refused by then; with one of them the manifest says nothing more of it.
      dataSource: o.dataSourceRef ? undefined : o.dataSource,
      dataSourceRef: o.dataSourceRef,
    });
  }
}
