const ARGO = 'argocd.argoproj.io/sync-options';
/** Merged into what a fetched object has: Argo CD documentation, Sync Options. */
const ARGO_OPTIONS = ['ServerSideApply=true', 'Prune=false', 'Delete=false'];
/** Flux FAQ, How to patch CoreDNS and other pre-installed addons. */
const FLUX = { 'kustomize.toolkit.fluxcd.io/prune': 'disabled', 'kustomize.toolkit.fluxcd.io/ssa': 'merge' };

function optionName(option: string): string {
  return option.split('=')[0];
}

/**
 * Annotations with which neither Argo CD nor Flux deletes an object that is not theirs alone: an app that is pruned
 * would take the cluster's DNS with it.
 */
export function kept(annotations: Readonly<Record<string, string>> = {}): Record<string, string> {
  const ours = new Set(ARGO_OPTIONS.map(optionName));
  const others = (annotations[ARGO] ?? '').split(',').map((option) => option.trim()).filter((option) => option !== '' && !ours.has(optionName(option)));
  return { ...annotations, [ARGO]: [...others, ...ARGO_OPTIONS].join(','), ...FLUX };
}
