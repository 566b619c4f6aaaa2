import { Access } from '../control-plane/access';
import { ControlPlane } from '../control-plane/control-plane';
import { waitFor } from '../process/wait';

const NAMESPACE = 'kube-system';
const NAME = 'coredns';

/** Gives CoreDNS a ServiceAccount with the rights that it has in a cluster of kubeadm, and returns its access. */
export async function coreDnsAccess(plane: ControlPlane): Promise<Access> {
  await waitFor(`the namespace ${NAMESPACE}`, 30, () => plane.client.get(`/api/v1/namespaces/${NAMESPACE}`));
  const rbac = 'rbac.authorization.k8s.io';
  const role = { name: `system:${NAME}` };
  const verbs = ['list', 'watch'];
  await plane.apply([
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: NAME, namespace: NAMESPACE } },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'ClusterRole',
      metadata: role,
      rules: [
        { apiGroups: [''], resources: ['endpoints', 'services', 'pods', 'namespaces'], verbs },
        { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs },
      ],
    },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: role,
      roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: role.name },
      subjects: [{ kind: 'ServiceAccount', name: NAME, namespace: NAMESPACE }],
    },
  ]);
  const { status } = await plane.client.post(`/api/v1/namespaces/${NAMESPACE}/serviceaccounts/${NAME}/token`, { spec: { expirationSeconds: 3600 } });
  return plane.accessWith(status.token);
}
