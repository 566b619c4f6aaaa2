import { spawnSync } from 'child_process';
import { Image } from './image';
import { goBinary } from '../build/go-binary';
import { coreDns } from '../build/programs';

const BUSYBOX_FILE = '/bin/busybox';

/** A shell and the usual small programs. The tag is that of the image with Debian's version. */
export const BUSYBOX = 'busybox:1.35.0';
/** The container that keeps the namespaces of a pod. */
export const PAUSE = 'registry.k8s.io/pause:3.9';
/** The version and the name that kubeadm 1.28 writes. */
export const CORE_DNS = 'registry.k8s.io/coredns/coredns:v1.10.1';

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

export function coreDnsImage(): Image {
  return { name: CORE_DNS, programs: { '/coredns': goBinary(coreDns('1.10.1')) }, entrypoint: ['/coredns'] };
}

/** What a cluster needs before anything else is put into it. */
export function baseImages(): readonly Image[] {
  return [pause(), busybox(), coreDnsImage()];
}
