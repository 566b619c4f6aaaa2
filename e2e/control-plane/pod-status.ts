import { NODE } from './addresses';
import { KubernetesObject } from './resource-paths';

/** `status` of a pod all of whose containers run, as a kubelet reports it. */
export function runningStatus(pod: KubernetesObject, address: string, ready: boolean, now: string): object {
  const condition = (type: string, is = true) => ({ type, status: is ? 'True' : 'False', lastTransitionTime: now });
  return {
    phase: 'Running',
    hostIP: NODE,
    podIP: address,
    podIPs: [{ ip: address }],
    startTime: now,
    conditions: [condition('PodScheduled'), condition('Initialized'), condition('ContainersReady', ready), condition('Ready', ready)],
    containerStatuses: pod.spec.containers.map(({ name, image }: { name: string; image: string }) => ({
      name, image, imageID: image, containerID: `scripted://${pod.metadata.uid}/${name}`, restartCount: 0, ready, started: true, state: { running: { startedAt: now } },
    })),
  };
}

/** Whether a pod or a node says that it is ready. */
export function isReady({ status }: { readonly [field: string]: any }): boolean {
  return status?.conditions?.some(({ type, status: is }: any) => type === 'Ready' && is === 'True') ?? false;
}
