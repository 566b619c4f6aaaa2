import picomatch from 'picomatch';
import { SettingPlace, Settings, Suppression } from './settings';
import { docsUrl } from '../rules/engine';
import type { Finding } from '../rules/finding';
import { ACKNOWLEDGEMENT, Severity } from '../rules/rule';

/** Applies what the settings say of findings; adds what is wrong about the settings. */
export class Suppressor {
  /** The rule that each suppression and each disabled rule could not hide. */
  private readonly futile = new Map<SettingPlace, string>();
  private readonly used = new Set<Suppression>();
  private readonly byRule = new Map<string, Array<readonly [Suppression, (finding: Finding) => boolean]>>();

  constructor(private readonly settings: Settings) {
    for (const suppression of settings.suppressions) {
      const entry = [suppression, matcher(suppression)] as const;
      if (this.byRule.get(suppression.rule)?.push(entry) === undefined) this.byRule.set(suppression.rule, [entry]);
    }
  }

  /** The finding as it is to be reported; undefined where it is accepted or of a rule that is left out. */
  apply(finding: Finding): Finding | undefined {
    const { ruleId, acknowledgeable } = finding;
    const suppressions = (this.byRule.get(ruleId) ?? []).filter(([, matches]) => matches(finding)).map(([suppression]) => suppression);
    for (const suppression of suppressions) this.used.add(suppression);
    const hiding = [this.settings.disabled.get(ruleId), ...suppressions.map(({ at }) => at)].find((at) => at !== undefined);
    if (hiding && acknowledgeable) return undefined;
    if (hiding) this.futile.set(hiding, ruleId);
    const severity = acknowledgeable ? this.settings.severities.get(ruleId) ?? finding.severity : finding.severity;
    return severity === finding.severity ? finding : { ...finding, severity };
  }

  /** What hides nothing, because no reason makes it work or because there is nothing to hide. */
  findings(): Finding[] {
    const { minor } = this.settings.target;
    return [
      ...[...this.futile].map(([at, rule]) => settingsFinding(at,
        `${rule} reports what cannot be applied to 1.${minor} as it stands: no reason makes it work`, `correct what ${rule} names, and take it out of ${at.path}`)),
      ...this.settings.suppressions.filter((suppression) => !this.used.has(suppression)).map(({ at, rule }) => settingsFinding(at,
        `no finding of ${rule} is where this suppression says: it hides nothing`, 'take it out, or correct kind, namespace, name and file', 'info')),
    ];
  }
}

/** A finding about settings. */
export function settingsFinding(at: SettingPlace, message: string, fix: string, severity: Severity = 'error'): Finding {
  return {
    ruleId: ACKNOWLEDGEMENT,
    severity,
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
