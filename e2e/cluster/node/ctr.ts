import { execFile } from 'child_process';
import { promisify } from 'util';
import { until } from '../../control-plane/start-programs';
import { RunningProcess } from '../../process/processes';

const run = promisify(execFile);
/** The namespace of containerd in which a kubelet looks for images. */
const NAMESPACE = 'k8s.io';
const MILLISECONDS = 120_000;

function ctr(socket: string, ...args: readonly string[]): Promise<unknown> {
  return run('ctr', ['--address', socket, '--namespace', NAMESPACE, ...args], { timeout: MILLISECONDS });
}

export async function whenContainerdAnswers(containerd: RunningProcess, socket: string): Promise<void> {
  await until(containerd, `${containerd.name} to answer`, () => ctr(socket, 'version'));
}

/** Gives a node the images of an archive; those that it has already are as good. */
export async function importImage(socket: string, archive: string): Promise<void> {
  await ctr(socket, 'images', 'import', archive);
}
