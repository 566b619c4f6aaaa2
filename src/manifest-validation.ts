import { readFileSync } from 'fs';
import { ManifestChecker, ManifestCheckerProps } from './manifest-checker';
import { checker } from './private/checker';
import { Finding } from './rules/finding';

/**
 * A validation plugin of cdk8s-cli: `cdk8s synth` holds every manifest against the rules, whatever constructs made it.
 *
 * In `cdk8s.yaml`:
 *
 * ```yaml
 * validations:
 *   - package: ./node_modules/cdk8s-stateful
 *     version: 0.1.0
 *     class: ManifestValidation
 *     properties:
 *       kubernetesVersion: '1.31'
 * ```
 *
 * Errors fail the synth; warnings are in the report. Infos are left out. All manifests of the app are judged as one set
 * of objects.
 *
 * @see https://cdk8s.io/docs/latest/cli/synth/#validations
 */
export class ManifestValidation {
  private readonly checker: ManifestChecker;

  /**
   * @throws if a property is unknown or of the wrong type, the version is none from 1.27 on, or a rule of `disable` does
   * not exist
   */
  constructor(props: ManifestCheckerProps = {}) {
    const problems = checker().propProblems(props);
    if (problems.length > 0) throw new Error(`the properties of ManifestValidation cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    // An empty `properties:` is null.
    this.checker = new ManifestChecker(props ?? undefined);
  }

  /**
   * Called by cdk8s-cli.
   *
   * @param context the ValidationContext of cdk8s-cli: `manifests` are paths of files, `report` takes what is found
   */
  public async validate(context: any): Promise<void> {
    const all = this.checker._checkFiles(context.manifests.map((file: string) => [file, readFileSync(file, 'utf8')]));
    // What is about a property stands in no manifest, and the report of cdk8s-cli wants one.
    for (const { severity, ruleId, message, fix } of all.filter(({ file }) => file === undefined)) process.stderr.write(`${severity} ${ruleId}: ${message}; ${fix}\n`);
    const findings = all.filter(({ severity, file }) => severity !== 'info' && file !== undefined);
    for (const alike of grouped(findings)) context.report.addViolation(violation(alike));
    const count = (severity: string) => `${findings.filter((finding) => finding.severity === severity).length}`;
    context.report.submit(findings.some(({ severity }) => severity === 'error') ? 'failure' : 'success', { errors: count('error'), warnings: count('warning') });
  }
}

/** Findings that say the same of several objects. */
function grouped(findings: readonly Finding[]): Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.ruleId, finding.severity, finding.message, finding.fix]);
    if (groups.get(key)?.push(finding) === undefined) groups.set(key, [finding]);
  }
  return [...groups.values()];
}

function violation(findings: readonly Finding[]) {
  const [{ ruleId, severity, message, fix, docsUrl }] = findings;
  return {
    ruleName: `${ruleId} (${severity})`,
    recommendation: message,
    fix: docsUrl === undefined ? fix : `${fix} (${docsUrl})`,
    // cdk8s-cli looks the construct up by the name alone, which a Service and its set may share: so the kind is said as well.
    violatingResources: findings.map(({ kind, name, file, line, column, path }) => ({
      resourceName: name,
      manifestPath: file,
      locations: [`${[kind, path].filter(Boolean).join(' ') || 'document'} (line ${line}, column ${column})`],
    })),
  };
}
