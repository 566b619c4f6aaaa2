import picomatch from 'picomatch';
import { Settings, Suppression } from './settings';
import { docsUrl } from '../rules/engine';
import type { Finding } from '../rules/finding';
import { ACKNOWLEDGEMENT } from '../rules/rule';

/** Applies severities and suppressions of the settings; adds what is wrong about a suppression. */
export class Suppressor {
  private readonly futile = new Map<Suppression, string>();
  private readonly byRule = new Map<string, Array<readonly [Suppression, (finding: Finding) => boolean]>>();

  constructor(private readonly settings: Settings) {
    for (const suppression of settings.suppressions) {
      const entry = [suppression, matcher(suppression)] as const;
      if (this.byRule.get(suppression.rule)?.push(entry) === undefined) this.byRule.set(suppression.rule, [entry]);
    }
  }

  /** The finding as it is to be reported; undefined where it is accepted. */
  apply(finding: Finding): Finding | undefined {
    const [suppression] = this.byRule.get(finding.ruleId)?.find(([, matches]) => matches(finding)) ?? [];
    if (suppression && finding.acknowledgeable) return undefined;
    if (suppression && !this.futile.has(suppression)) this.futile.set(suppression, finding.ruleId);
    const severity = finding.acknowledgeable ? this.settings.severities.get(finding.ruleId) ?? finding.severity : finding.severity;
    return severity === finding.severity ? finding : { ...finding, severity };
  }

  /** Suppressions of what no reason makes work. */
  findings(): Finding[] {
    const { minor } = this.settings.target;
    return [...this.futile].map(([{ at }, rule]) => settingsFinding(at,
      `${rule} reports what cannot be applied to 1.${minor} as it stands: no reason makes it work`, `correct what ${rule} names, and take the suppression out`));
  }
}

/** A finding about a file of settings. */
export function settingsFinding(at: Suppression['at'], message: string, fix: string): Finding {
  return {
    ruleId: ACKNOWLEDGEMENT,
    severity: 'error',
    message,
    fix,
    apiVersion: '',
    kind: '',
    namespace: '',
    name: '',
    acknowledgeable: false,
    docsUrl: docsUrl(ACKNOWLEDGEMENT),
    ...at,
  };
}

function matcher({ kind, namespace, name, file }: Suppression): (finding: Finding) => boolean {
  const files = file === undefined ? () => true : picomatch(file, { dot: true, basename: !file.includes('/') });
  const same = (wanted: string | undefined, actual: string) => wanted === undefined || wanted === actual;
  return (finding) => same(kind, finding.kind) && same(namespace, finding.namespace) && same(name, finding.name)
    && files((finding.file ?? '').replace(/^\.\//, ''));
}
