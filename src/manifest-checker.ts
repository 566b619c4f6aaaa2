import type { CheckResult } from './checker';
import { checker } from './private/checker';
import { given } from './private/given';
import { Finding } from './rules/finding';

/** How manifests are judged. */
export interface ManifestCheckerProps {
  /**
   * Version of Kubernetes that the manifests are for, from `1.27` on: decides what the API server rejects by itself, and
   * so what no reason can acknowledge. The rules were held against the API servers of 1.28 to 1.36; a finding says so
   * where another version is asked for.
   *
   * @default '1.28'
   */
  readonly kubernetesVersion?: string;
  /**
   * DNS domain of the cluster, as the kubelet has it in `--cluster-domain`.
   *
   * @default 'cluster.local'
   */
  readonly clusterDomain?: string;
  /**
   * Whether everything that the manifests name is among them: a Service or a claim that is missing is an error then, and
   * otherwise a warning, since it may be in the cluster.
   *
   * @default false
   */
  readonly closedWorld?: boolean;
  /**
   * Ids of rules that are left out: of what the API server of the version rejects nothing is hidden, and the attempt is a
   * finding itself.
   *
   * @default - every rule is held against the manifests
   */
  readonly disable?: string[];
}

/**
 * Holds manifests from anywhere against the rules: the ones that a StatefulWorkload is held against at synth.
 *
 * @example
 *
 * const findings = new ManifestChecker({ kubernetesVersion: '1.31' }).checkYaml(yaml);
 */
export class ManifestChecker {
  private readonly props: ManifestCheckerProps;

  /** @throws if a prop is unknown or of the wrong type, the version is none from 1.27 on, or a rule of `disable` does not exist */
  constructor(props: ManifestCheckerProps = {}) {
    const problems = checker().propProblems(props);
    if (problems.length > 0) throw new Error(problems.join('\n'));
    this.props = { ...props };
  }

  /**
   * What the rules say of a YAML text: several documents, lists, anchors and all, read as kubectl reads them.
   *
   * A text that cannot be read is a finding too (`yaml-syntax`, `yaml-template`), never an exception. Every finding has a
   * line and a column.
   *
   * @param text the manifests
   * @param file what findings call the text; `-` unless said
   * @throws if `text` or `file` is no text
   */
  public checkYaml(text: string, file?: string): Finding[] {
    if (typeof text !== 'string') throw new Error(`checkYaml() was given ${given(text)}, which is no text; write checkYaml(readFileSync(file, 'utf8'))`);
    if (file !== undefined && file !== null && typeof file !== 'string') throw new Error(`checkYaml() was given ${given(file)} as the name of the text, which is no text; leave it out, or write a path`);
    return this._checkFiles([[file ?? '-', text]]);
  }

  /**
   * What the rules say of objects, such as `Testing.synth(chart)` gives them. Items of lists are judged like the objects
   * beside them; what has no kind is passed over.
   *
   * @param objects plain objects; they are left as they are
   * @throws if `objects` is no list
   */
  public checkObjects(objects: any[]): Finding[] {
    if (!Array.isArray(objects)) {
      throw new Error(`checkObjects() was given ${given(objects)}, which is no list of objects; write checkObjects([object]), or checkObjects(Testing.synth(chart))`);
    }
    return [...this._judge([], objects).findings];
  }

  /** What the rules say of files, together. @internal */
  public _checkFiles(texts: ReadonlyArray<readonly [file: string, text: string]>): Finding[] {
    return [...this._judge(texts).findings];
  }

  /** What was seen and said of files and objects, together, and the files in which there was nothing. @internal */
  public _judge(texts: ReadonlyArray<readonly [file: string, text: string]>, objects: any[] = []): CheckResult & { readonly empty: readonly string[] } {
    const check = this.check();
    const empty = texts.flatMap(([file, text]) => check.add({ file, text }) ? [] : file);
    check.addObjects(objects);
    return { ...check.run(), empty };
  }

  private check() {
    const { Check, DEFAULT_SETTINGS, parseDomain, parseMinor } = checker();
    const { kubernetesVersion, clusterDomain, closedWorld, disable } = this.props;
    const { target } = DEFAULT_SETTINGS;
    return new Check({
      ...DEFAULT_SETTINGS,
      target: { minor: parseMinor(kubernetesVersion) ?? target.minor, clusterDomain: parseDomain(clusterDomain ?? target.clusterDomain)!, closedWorld },
      disabled: new Map((disable ?? []).map((id, i) => [id, { path: `disable[${i}]` }])),
    });
  }
}
