import { Corefile } from '../corefile/cst';
import { goDuration } from '../corefile/go-duration';
import { directives } from '../corefile/server-block';

const INTERVAL = 30;
const JITTER = 15;
/** What the kubelet needs to write a changed ConfigMap into a running pod: Kubernetes documentation, kubernetes/kubernetes#63265. */
const KUBELET = 'the kubelet may take two minutes to write the new text into the pods';

/** How long after its arrival in the pod CoreDNS takes up a text, at most; undefined without the plugin reload. */
export function reloadSeconds(file: Corefile): number | undefined {
  const [reload] = file.blocks.flatMap((block) => directives(block, 'reload'));
  if (!reload) return undefined;
  const [first, second] = reload.args.map(({ text }) => goDuration(text));
  const interval = first ?? INTERVAL;
  // plugin/reload/setup.go: at most half the interval, and half of that to either side.
  return interval + Math.min(second ?? JITTER, interval / 2) / 2;
}

/** How a new text comes alive. */
export function liveSentences(file: Corefile | undefined): string[] {
  if (!file) return [`${KUBELET}; CoreDNS takes it up by its plugin reload, or at its next start`];
  const within = reloadSeconds(file);
  if (within !== undefined) return [`${KUBELET}; CoreDNS takes it up within ${within} s after that, by its plugin reload, and starts with empty caches`];
  return [`${KUBELET}; the Corefile has no plugin reload, so restart the CoreDNS pods after that`];
}
