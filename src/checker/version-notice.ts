import { settingsFinding } from './suppressions';
import { docsUrl } from '../rules/engine';
import type { Finding } from '../rules/finding';
import { PROVED_MINORS } from '../rules/target';

const ID = 'input-version';

/** Says what is assumed of a version whose API server nobody has asked; nothing for the others. */
export function versionNotice(minor: number): Finding[] {
  const [first, last] = PROVED_MINORS;
  if (minor >= first && minor <= last) return [];
  const known = minor < first ? first : last;
  const [than, unknown] = minor < first ? ['older', 'what it lacks may go untold'] : ['newer', 'what it rejects besides may go untold'];
  return [{
    ...settingsFinding({ path: 'kubernetesVersion' },
      `1.${minor} is ${than} than the versions whose API server the rules were held against, 1.${first} to 1.${last}: it is held to reject what 1.${known} rejects, and ${unknown}`,
      `apply to a test cluster of 1.${minor} too, for example with kubectl apply --dry-run=server`, 'info'),
    ruleId: ID,
    acknowledgeable: true,
    docsUrl: docsUrl(ID),
  }];
}
