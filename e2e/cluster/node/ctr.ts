import { execFile } from 'child_process';
import { promisify } from 'util';
import { until } from '../../control-plane/start-programs';
import { RunningProcess } from '../../process/processes';

const run = promisify(execFile);
/** The namespace of containerd in which a kubelet looks for images. */
const NAMESPACE = 'k8s.io';
const MILLISECONDS = 120_000;

function ctr(socket: string, ...args: readonly string[]): Promise<{ readonly stdout: string }> {
  return run('ctr', ['--address', socket, '--namespace', NAMESPACE, ...args], { timeout: MILLISECONDS });
}

export async function whenContainerdAnswers(containerd: RunningProcess, socket: string): Promise<void> {
  await until(containerd, `${containerd.name} to answer`, () => ctr(socket, 'version'));
}

/** Gives a node the images of an archive; those that it has already are as good. */
export async function importImage(socket: string, archive: string): Promise<void> {
  await ctr(socket, 'images', 'import', archive);
}

/** The containers of a pod that run on a node, whatever the API server says of it. */
export async function runningContainersOf(socket: string, podUid: string): Promise<readonly string[]> {
  const { stdout: ofPod } = await ctr(socket, 'containers', 'list', '--quiet', `labels."io.kubernetes.pod.uid"==${podUid}`);
  const { stdout: tasks } = await ctr(socket, 'tasks', 'list');
  // A kubelet leaves the remains of a container for a minute.
  return ofPod.split('\n').filter((id) => id !== '' && new RegExp(`^${id}\\s+\\d+\\s+RUNNING`, 'm').test(tasks));
}
