import { Situation } from './advice';
import { NODE_CACHE } from './input-refusals';
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
