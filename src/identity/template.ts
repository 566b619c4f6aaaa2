import { Names, hostFqdn, peerFqdn, peerServiceName, podName, serviceFqdn, shortNames } from './names';
import { stableId, stableUuid } from './stable-id';

/** A placeholder: `{fqdn}`, `{ordinal}`, `{ordinal+1}`; other braces stay as they are. */
const PLACEHOLDER = /\{([a-zA-Z]+)([+-]\d+)?\}/g;

/** Where a template is expanded: at synth time for a known ordinal, or at run time for the pod itself. */
export interface Target {
  /** Value of a placeholder, or undefined where the target cannot know it. */
  readonly value: (placeholder: string, offset: number) => string | undefined;
  /** Why a known placeholder has no value here, and what to write instead. */
  readonly reason: (placeholder: string, offset: number) => string;
}

export const PLACEHOLDERS: readonly string[] = ['name', 'fqdn', 'host', 'ordinal', 'service', 'serviceFqdn', 'namespace', 'id', 'uuid', 'peer', 'peerFqdn'];

/** Placeholders that name a Service of one pod, which a set has only when it is asked for. */
const OF_PEERS: readonly string[] = ['peer', 'peerFqdn'];

/** The first placeholder of a template that names a peer Service. */
export function peerPlaceholder(template: string): string | undefined {
  return [...template.matchAll(PLACEHOLDER)].find(([, word]) => OF_PEERS.includes(word))?.[0];
}

/** The placeholders of a template that `target` cannot fill, as sentences; empty when all is well. */
export function templateProblems(template: string, target: Target): string[] {
  const problems: string[] = [];
  for (const [text, word, offset] of template.matchAll(PLACEHOLDER)) {
    if (!PLACEHOLDERS.includes(word)) {
      problems.push(`${text} is not a placeholder (known: ${PLACEHOLDERS.map((p) => `{${p}}`).join(', ')})`);
    } else if (offset && word !== 'ordinal') {
      problems.push(`${text}: only {ordinal} takes an offset`);
    } else if (target.value(word, Number(offset ?? 0)) === undefined) {
      problems.push(`${text}: ${target.reason(word, Number(offset ?? 0))}`);
    }
  }
  return problems;
}

/** Fills the placeholders; what the target cannot fill stays as written. */
export function fill(template: string, target: Target): string {
  return template.replace(PLACEHOLDER, (text: string, word: string, offset?: string) =>
    (PLACEHOLDERS.includes(word) && (!offset || word === 'ordinal') ? target.value(word, Number(offset ?? 0)) : undefined) ?? text);
}

/** A member whose ordinal is known at synth time. */
export function knownMember(names: Names, ordinal: number): Target {
  const name = podName(names.set, ordinal);
  return {
    reason: () => 'not known',
    value: (word, offset) => common(names, word, name) ?? ({
      ordinal: String(ordinal + offset),
      id: stableId(hostFqdn(names, name)),
      uuid: stableUuid(hostFqdn(names, name)),
    } as Record<string, string>)[word],
  };
}

/** The pod itself, through `$(POD_NAME)`: the kubelet expands it in command, args and env values, no shell needed. */
export function ownByEnv(names: Names, nameEnv: string, ordinalEnv: string | undefined): Target {
  return {
    reason: (word, offset) => word !== 'ordinal' ? AT_SYNTH
      : ordinalEnv ? 'the kubelet cannot calculate: use selfShell(), byOrdinal(), or ordinalsStart' : withoutLabel(nameEnv, offset),
    value: (word, offset) => common(names, word, `$(${nameEnv})`)
      ?? (word === 'ordinal' && offset === 0 && ordinalEnv ? `$(${ordinalEnv})` : undefined),
  };
}

/** The pod itself in a POSIX shell script. */
export function ownByShell(names: Names, nameEnv: string): Target {
  return {
    reason: () => AT_SYNTH,
    value: (word, offset) => common(names, word, `\${${nameEnv}}`)
      ?? (word !== 'ordinal' ? undefined
        : offset === 0 ? `\${${nameEnv}##*-}` : `$((\${${nameEnv}##*-}${offset > 0 ? '+' : ''}${offset}))`),
  };
}

const AT_SYNTH = 'it is known at synth time only: use peers() or byOrdinal()';

/** Before the label, the ordinal is in the pod's name alone; `$(…)` of the kubelet puts variables in and cuts nothing off. */
function withoutLabel(nameEnv: string, offset: number): string {
  const asked = offset === 0 ? '{ordinal}' : `{ordinal${offset > 0 ? '+' : ''}${offset}}`;
  return `this Kubernetes version has no pod-index label, and the kubelet cannot cut the ordinal out of $(${nameEnv}): `
    + `start a shell and write selfShell('${asked}') in its script (sh -c), or say the commands by byOrdinal()`;
}

function common(names: Names, word: string, host: string): string | undefined {
  switch (word) {
    case 'name': return host;
    case 'fqdn': return hostFqdn(names, host);
    case 'host': return shortNames(names, host)[0];
    case 'service': return names.service;
    case 'serviceFqdn': return serviceFqdn(names);
    case 'namespace': return names.namespace;
    case 'peer': return peerServiceName(host);
    case 'peerFqdn': return peerFqdn(names, host);
    default: return undefined;
  }
}
