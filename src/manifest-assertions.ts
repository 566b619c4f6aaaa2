import { App, Chart } from 'cdk8s';
import { ManifestChecker, ManifestCheckerProps } from './manifest-checker';
import { findingLine } from './private/report';
import { Finding } from './rules/finding';

/**
 * Assertions for the test suite of a chart, in jest or any other runner: a failure is an exception that lists all
 * findings at once.
 *
 * @example
 *
 * test('the manifests hold', () => ManifestAssertions.expectNoErrors(chart));
 */
export class ManifestAssertions {
  /**
   * Fails if the rules find errors.
   *
   * @param manifests a Chart, an App, a YAML text, an object or a list of objects
   * @param props how they are judged
   * @throws if there are errors, if there is no object to judge, or if `manifests` is nothing of these
   */
  public static expectNoErrors(manifests: any, props?: ManifestCheckerProps): void {
    expectNone(manifests, props, ['error']);
  }

  /**
   * Fails if the rules find errors or warnings.
   *
   * @param manifests a Chart, an App, a YAML text, an object or a list of objects
   * @param props how they are judged
   * @throws if there are errors or warnings, if there is no object to judge, or if `manifests` is nothing of these
   */
  public static expectNoWarnings(manifests: any, props?: ManifestCheckerProps): void {
    expectNone(manifests, props, ['error', 'warning']);
  }

  private constructor() {}
}

function expectNone(manifests: any, props: ManifestCheckerProps | undefined, severities: readonly string[]): void {
  const results = judged(manifests, new ManifestChecker(props));
  // What cannot be read has a finding, and holds no object that was read.
  if (results.every(({ summary, unusable }) => summary.objects === 0 && !unusable)) {
    throw new Error('the manifests hold no object, so there was nothing to judge; give what the app renders, for example the chart after its constructs were added');
  }
  const found = results.flatMap(({ findings }) => findings).filter(({ severity }) => severities.includes(severity));
  if (found.length === 0) return;
  const place = ({ line, column }: Finding) => line === undefined ? '' : `${line}:${column} `;
  throw new Error(`the manifests have ${found.length} finding${found.length === 1 ? '' : 's'}:\n${found.map((finding) => `  ${place(finding)}${finding.severity} ${findingLine(finding)}`).join('\n')}`);
}

function judged(manifests: any, checker: ManifestChecker): Array<ReturnType<ManifestChecker['_judgeObjects']>> {
  if (typeof manifests === 'string') return [checker._judgeFiles([['-', manifests]])];
  if (Chart.isChart(manifests)) return [checker._judgeObjects(manifests.toJson())];
  // Charts of one app may go to different clusters, and are judged each for itself.
  if (manifests instanceof App) return manifests.charts.map((chart) => checker._judgeObjects(chart.toJson()));
  if (manifests !== null && typeof manifests === 'object') return [checker._judgeObjects(Array.isArray(manifests) ? manifests : [manifests])];
  throw new Error(`${JSON.stringify(manifests) ?? manifests} holds no manifests, so nothing would be checked; give a Chart, an App, a YAML text or objects`);
}
