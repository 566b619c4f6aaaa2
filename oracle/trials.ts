import { PatchedText } from './patched-texts';
import verdicts from './verdicts.json';
import { CoreDnsVersion } from '../e2e/build/programs';
import cases from '../test/corefile/cases.json';

/** One start of one version, and how it must end. */
export interface Trial {
  readonly name: string;
  readonly version: CoreDnsVersion;
  readonly text: string;
  readonly files: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  /** Whether the text is one of a cluster, so that its addresses and files are not those of this machine. */
  readonly ofCluster: boolean;
  readonly expected: Expected;
}

/** The whole message of a refusal or a part of it, or a start, with the zones that are served if they are stated. */
export type Expected =
  | { readonly refusal: string; readonly part?: boolean }
  | { readonly refusal?: undefined; readonly served?: readonly string[] };

type Verdict = string | readonly string[] | null;

interface Stated {
  readonly name: string;
  readonly files?: Readonly<Record<string, string>>;
  /** The zones, where they are not `.:5301` alone. */
  readonly served?: readonly string[];
  /** What other versions than 1.15.0 do differently; null where nothing is stated. */
  readonly others?: Readonly<Partial<Record<CoreDnsVersion, Verdict>>>;
}

interface Case {
  readonly name: string;
  readonly text: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly rejected?: string;
}

const STATED_FOR: readonly CoreDnsVersion[] = ['1.15.0', '1.11.1', '1.8.0'];
const SERVED = ['.:5301'];

/** The table of cases, each with each version for which its verdict is stated. */
export function caseTrials(): Trial[] {
  const stated = new Map((verdicts as unknown as Stated[]).map((each) => [each.name, each]));
  return (cases as unknown as Case[]).flatMap(({ name, text, env = {}, rejected }) => STATED_FOR.flatMap((version) => {
    const { files = {}, served = SERVED, others } = stated.get(name) ?? { name };
    const other = others?.[version];
    const verdict = other === undefined ? rejected ?? served : other;
    if (verdict === null) return [];
    const expected = typeof verdict === 'string' ? { refusal: verdict } : { served: verdict };
    return [{ name: `case ${name}`, version, text, files, env, ofCluster: false, expected }];
  }));
}

/** Each patched text with each version that it is for, and with those that do not know it. */
export function patchTrials(texts: readonly PatchedText[]): Trial[] {
  return texts.flatMap(({ name, text, versions, refusedBy }) => {
    const trial = { name, text, files: {}, env: {}, ofCluster: true };
    return [
      ...versions.map((version) => ({ ...trial, version, expected: {} })),
      ...refusedBy.map((version) => ({ ...trial, version, expected: { refusal: 'unexpected line ending after \'disable\'', part: true } })),
    ];
  });
}

/** Those that no other trial and none of these before is: the same texts, started by the same version. */
export function onlyNew(trials: readonly Trial[], before: readonly Trial[] = []): Trial[] {
  const key = ({ version, text, files, env }: Trial) => JSON.stringify([version, text, files, env]);
  const seen = new Set(before.map(key));
  return trials.filter((trial) => !seen.has(key(trial)) && seen.add(key(trial)));
}
