import { Situation } from './advice';
import { bundledCoreDns } from './bundled-coredns';
import { NODE_CACHE } from './input-refusals';
import { PLATFORMS } from './platforms';
import { provenBy } from './remedy';
import { atLeast, DISABLE_SINCE, kubernetesMinor, versionText } from './version';
import { Corefile } from '../corefile/cst';
import { foreignPlugins } from '../corefile/start-problem';

/** The plugins of custom builds, which only the image can prove. */
export function foreignNotes(file: Corefile | undefined, nodeLocalFile: Corefile | undefined): string[] {
  return [['Corefile', file] as const, [NODE_CACHE, nodeLocalFile] as const].flatMap(([what, text]) => (
    text ? foreignPlugins(text).map(({ token, message, fix }) => `${what} line ${token.line}: ${message}; ${fix}`) : []));
}

/** A ConfigMap that is another than the platform's. */
export function configMapNotes({ platform, current }: Situation): string[] {
  const { metadata } = current ?? {};
  if (!metadata || platform.anyConfigMap || (metadata.name === platform.configMap && metadata.namespace === platform.namespace)) return [];
  return [`the ConfigMap that was given is ${metadata.namespace}/${metadata.name}, and ${platform.title} reads ${platform.namespace}/${platform.configMap}, unless the cluster was set up otherwise`];
}

const CUSTOM = /(^|\/)custom\/\*\.(override|server)$/;

/** A text of a platform that restores its ConfigMap, where another platform is named. */
export function restoredNotes({ platform, current }: Situation, file: Corefile | undefined): string[] {
  if (!current || !file || platform.delivery === 'own-server-block') return [];
  const line = [...file.imports, ...file.blocks.flatMap(({ imports }) => imports)].find(({ pattern }) => CUSTOM.test(pattern.text));
  if (!line) return [];
  const restoring = PLATFORMS.filter(({ delivery }) => delivery === 'own-server-block');
  return [`Corefile line ${line.token.line} imports ${line.pattern.text}, as ${restoring.map(({ title }) => title).join(', ')} have it, and they restore this ConfigMap: `
    + `if the cluster is one of them, name it (${restoring.map(({ id }) => id).join(', ')})`];
}

/** A text that the CoreDNS of this Kubernetes would not start with: another may run there, so it is no refusal. */
export function bundleNotes({ platform: { bundle }, kubernetesVersion, coreDnsVersion }: Pick<Situation, 'platform' | 'kubernetesVersion' | 'coreDnsVersion'>, file: Corefile | undefined): string[] {
  const minor = kubernetesVersion === undefined ? undefined : kubernetesMinor(kubernetesVersion);
  const bundled = bundle && minor !== undefined ? bundledCoreDns(bundle, minor) : undefined;
  const option = provenBy(file);
  if (!option || !bundled || atLeast(bundled, DISABLE_SINCE) || coreDnsVersion !== undefined) return [];
  return [`Kubernetes 1.${minor} comes with CoreDNS ${versionText(bundled)} there, which does not start with ${option.text} of line ${option.line} (known since ${versionText(DISABLE_SINCE)}): `
    + 'the text is read as that of a later one; look at the tag of its image, and tell it (--coredns-version, coreDnsVersion)'];
}
