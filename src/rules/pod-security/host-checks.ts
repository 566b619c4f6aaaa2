import { type Breach, type Check, forbidden, holders } from './check';
import { list, map, shown } from '../json';
import type { FieldPath, Json } from '../rule';
import type { SetView } from '../set-view';

/** Volumes that level restricted allows. */
const ALLOWED_VOLUMES = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'image', 'persistentVolumeClaim', 'projected', 'secret'];
/** Those that it does not; of a volume without a source the server makes an emptyDir. */
const RESTRICTED_VOLUMES = [
  'hostPath', 'gcePersistentDisk', 'awsElasticBlockStore', 'gitRepo', 'nfs', 'iscsi', 'glusterfs', 'rbd', 'flexVolume', 'cinder', 'cephfs', 'flocker', 'fc', 'azureFile',
  'vsphereVolume', 'quobyte', 'azureDisk', 'photonPersistentDisk', 'portworxVolume', 'scaleIO', 'storageos',
];
const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'];
const HOOKS = ['postStart', 'preStop'];
const NAMESPACES = ['hostNetwork', 'hostPID', 'hostIPC'];

/** Checks of what a pod shares with its node, and of volumes. */
export const HOST_CHECKS: readonly Check[] = [
  {
    reason: 'host namespaces',
    breaches: (set) => NAMESPACES.filter((field) => set.pod[field] === true).map((field) => ({ path: set.podPath(field), text: field })),
    fix: 'remove hostNetwork, hostPID and hostIPC',
  },
  {
    reason: 'hostPath volumes',
    level: 'baseline',
    breaches: (set) => volumesOf(set, ({ hostPath }) => hostPath ? 'hostPath' : undefined),
    fix: 'use a claim template or an emptyDir, not hostPath',
  },
  {
    reason: 'restricted volume types',
    level: 'restricted',
    breaches: (set) => volumesOf(set, (volume) => ALLOWED_VOLUMES.some((type) => volume[type]) ? undefined : RESTRICTED_VOLUMES.find((type) => volume[type])),
    fix: `use no volumes but ${ALLOWED_VOLUMES.join(', ')}`,
  },
  {
    reason: 'hostPort',
    breaches: (set) => set.containers.flatMap(({ container, path }) => list(container.ports).flatMap((port, i) => {
      const { hostPort, containerPort } = map(port);
      // The server writes the port of the container where the pod has the network of its node.
      const taken = hostPort || (set.pod.hostNetwork === true && containerPort);
      return taken ? [{ path: [...path, 'ports', i, 'hostPort'], text: `container ${shown(container.name)}: ${shown(taken)}` }] : [];
    })),
    fix: 'remove hostPort: the governing Service gives each pod a name of its own',
  },
  {
    reason: 'hostProcess',
    breaches: (set) => forbidden(holders(set), 'windowsOptions', (options) => map(options).hostProcess === true, false),
    fix: 'remove windowsOptions.hostProcess',
  },
  {
    reason: 'probe or lifecycle host',
    since: 34,
    breaches: probeHosts,
    fix: 'remove host from probes and lifecycle hooks: without it they ask the pod itself',
  },
];

/** Claim templates take the place of volumes of their name. */
function volumesOf(set: SetView, wrong: (volume: Json) => string | undefined): Breach[] {
  const claims = new Set(set.claims.map((_, i) => set.claimNameAt(i)));
  return set.volumes.flatMap((volume, i) => {
    const type = claims.has(volume.name) ? undefined : wrong(volume);
    return type === undefined ? [] : [{ path: set.podPath('volumes', i, type), text: `volume ${shown(volume.name)}: ${type}` }];
  });
}

function probeHosts(set: SetView): Breach[] {
  return set.containers.flatMap(({ container, path }) => [
    ...PROBES.map((field) => [container[field], [...path, field]] as const),
    ...HOOKS.map((field) => [map(container.lifecycle)[field], [...path, 'lifecycle', field]] as const),
  ].flatMap(([handler, at]) => hostsOf(map(handler), at, `container ${shown(container.name)}`)));
}

function hostsOf(handler: Json, at: FieldPath, who: string): Breach[] {
  return ['httpGet', 'tcpSocket'].filter((field) => map(handler[field]).host)
    .map((field) => ({ path: [...at, field, 'host'], text: `${who}: ${shown(handler[field].host)}` }));
}
