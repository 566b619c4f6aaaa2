import { shown } from './json';
import { type Rule } from './rule';

export const runAsNonRoot: Rule = {
  id: 'run-as-non-root',
  severity: 'error',
  title: 'a container that must not run as root is not told to run as user 0',
  source: 'kubernetes v1.28.15 pkg/kubelet/kuberuntime/security_context_others.go L31 (verifyRunAsNonRoot): CreateContainerConfigError',
  set: (set, report) => {
    const pod = set.pod.securityContext;
    for (const { container, path } of set.containers) {
      const own = container.securityContext;
      if ((own?.runAsNonRoot ?? pod?.runAsNonRoot) !== true || (own?.runAsUser ?? pod?.runAsUser) !== 0) continue;
      const holder = own?.runAsUser === 0 ? path : set.podPath();
      report({
        object: set.object,
        path: [...holder, 'securityContext', 'runAsUser'],
        message: `container ${shown(container.name)} runs as user 0 and must not run as root (runAsNonRoot): the kubelet does not start it`,
        fix: 'write the number of the user of the image, above 0, or remove runAsNonRoot',
      });
    }
  },
};
