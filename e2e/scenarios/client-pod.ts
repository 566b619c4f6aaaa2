import { Context } from './context';
import { nodeNames } from './nodes';

const LABELS = { 'app.kubernetes.io/name': 'client' };
/** `securityContext` as the strictest Pod Security level asks for it. */
export const RESTRICTED = {
  pod: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
  container: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
};

/**
 * Starts a pod that waits for commands, as somebody who is no member of the set. It is of a DaemonSet: no drain takes it.
 *
 * @returns its name
 */
export async function startClient(context: Context, image: string, labels: Readonly<Record<string, string>> = {}): Promise<string> {
  const [node] = await nodeNames(context);
  await context.client.create({
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'client', namespace: context.namespace },
    spec: {
      selector: { matchLabels: LABELS },
      template: {
        metadata: { labels: { ...labels, ...LABELS } },
        spec: {
          nodeSelector: { 'kubernetes.io/hostname': node },
          securityContext: RESTRICTED.pod,
          terminationGracePeriodSeconds: 1,
          containers: [{ name: 'client', image, command: ['sleep', '86400'], securityContext: RESTRICTED.container }],
        },
      },
    },
  });
  return context.started('the client to run', 60, async () => {
    const { items: [pod] } = await context.client.get(`${context.path('pods')}?labelSelector=app.kubernetes.io%2Fname%3Dclient`);
    return pod?.status.phase === 'Running' && pod.metadata.name;
  });
}
