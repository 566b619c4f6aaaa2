import { spawnSync } from 'child_process';
import { Image } from './image';
import { goBinary } from '../build/go-binary';
import { ClusterVersion, coreDns, CoreDnsVersion } from '../build/programs';

const BUSYBOX_FILE = '/bin/busybox';

/** A shell and the usual small programs. The tag is that of the image with Debian's version. */
export const BUSYBOX = 'busybox:1.35.0';
/** The container that keeps the namespaces of a pod. */
export const PAUSE = 'registry.k8s.io/pause:3.9';
/** The version that kubeadm of each Kubernetes installs. */
const CORE_DNS: ReadonlyMap<ClusterVersion, CoreDnsVersion> = new Map([['1.28', '1.10.1'], ['1.34', '1.12.1']]);

export function coreDnsOf(kubernetes: ClusterVersion): CoreDnsVersion {
  return CORE_DNS.get(kubernetes)!;
}

export function busybox(): Image {
  const applets = spawnSync(BUSYBOX_FILE, ['--list'], { encoding: 'utf8' }).stdout.trim().split('\n').filter((name) => name !== 'busybox');
  return {
    name: BUSYBOX,
    programs: { '/bin/busybox': BUSYBOX_FILE },
    links: Object.fromEntries(applets.map((name) => [`/bin/${name}`, 'busybox'])),
    entrypoint: ['sh'],
  };
}

export function pause(): Image {
  return { name: PAUSE, programs: { '/bin/sleep': BUSYBOX_FILE }, entrypoint: ['/bin/sleep', 'inf'], user: '65535:65535' };
}

/** Under the name that kubeadm writes. */
export function coreDnsImage(version: CoreDnsVersion): Image {
  return { name: `registry.k8s.io/coredns/coredns:v${version}`, programs: { '/coredns': goBinary(coreDns(version)) }, entrypoint: ['/coredns'] };
}

/** What a cluster needs before anything else is put into it. */
export function baseImages(kubernetes: ClusterVersion): readonly Image[] {
  return [pause(), busybox(), coreDnsImage(coreDnsOf(kubernetes))];
}
