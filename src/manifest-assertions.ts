import { ApiObject, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { ManifestChecker, ManifestCheckerProps } from './manifest-checker';
import { given } from './private/given';
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
   * @param manifests a Chart, an App, a YAML text, an object, or a list of these, which is judged as one set of objects
   * @param props how they are judged
   * @throws if there are errors, if there is no object to judge, or if `manifests` or an item of the list is nothing of these
   */
  public static expectNoErrors(manifests: any, props?: ManifestCheckerProps): void {
    expectNone(manifests, props, ['error']);
  }

  /**
   * Fails if the rules find errors or warnings.
   *
   * @param manifests a Chart, an App, a YAML text, an object, or a list of these, which is judged as one set of objects
   * @param props how they are judged
   * @throws if there are errors or warnings, if there is no object to judge, or if `manifests` or an item of the list is nothing of these
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
  const place = ({ file, line, column }: Finding) => line === undefined ? '' : `${file === '-' ? '' : `${file}:`}${line}:${column} `;
  throw new Error(`the manifests have ${found.length} finding${found.length === 1 ? '' : 's'}:\n${found.map((finding) => `  ${place(finding)}${finding.severity} ${findingLine(finding)}`).join('\n')}`);
}

const WHAT_TO_GIVE = 'give a Chart, an App, a YAML text or objects';

type Result = ReturnType<ManifestChecker['_judge']>;

function judged(manifests: any, checker: ManifestChecker): Result[] {
  if (typeof manifests === 'string') return [checker._judge([['-', manifests]])];
  // Charts of one app may go to different clusters, and are judged each for itself.
  if (manifests instanceof App) return manifests.charts.map((chart) => checker._judge([], chart.toJson()));
  if (Array.isArray(manifests)) return judgedList(manifests, checker);
  const objects = objectsOf(manifests);
  if (objects) return [checker._judge([], objects)];
  throw new Error(`${given(manifests)} holds no manifests, so nothing would be checked; ${WHAT_TO_GIVE}`);
}

/** A list is one set of objects, whatever its items are; an App in it is judged for itself. */
function judgedList(items: any[], checker: ManifestChecker): Result[] {
  const parts: Parts = { objects: [], texts: [], apps: [], problems: [], open: new Set() };
  gather(items, '', parts);
  const { objects, texts, apps, problems } = parts;
  const result = checker._judge(texts, objects);
  for (const name of result.empty) problems.push(`${name} is a text without an object of Kubernetes`);
  if (problems.length > 0) throw new Error(`${problems.join('\n')}\nso it would not be checked; ${WHAT_TO_GIVE}, or leave it out`);
  return [...apps.flatMap((app) => judged(app, checker)), ...objects.length + texts.length > 0 || apps.length === 0 ? [result] : []];
}

/** The items of a list, and of the lists in it. */
interface Parts {
  readonly objects: any[];
  /** Each with the name that findings call it by. */
  readonly texts: Array<[name: string, text: string]>;
  readonly apps: App[];
  /** Items that nothing would be judged of. */
  readonly problems: string[];
  /** Lists that are being read. */
  readonly open: Set<unknown>;
}

function gather(items: any[], list: string, parts: Parts): void {
  parts.open.add(items);
  // Holes of a list count too.
  Array.from(items).forEach((item, i) => {
    const name = list === '' ? `element ${i}` : `${list}[${i}]`;
    if (parts.open.has(item)) return void parts.problems.push(`${name} is a list that it stands in`);
    if (Array.isArray(item)) return gather(item, name, parts);
    if (typeof item === 'string') return void parts.texts.push([name, item]);
    if (item instanceof App) return void parts.apps.push(item);
    const objects = objectsOf(item);
    if (objects?.length === 0) return void parts.problems.push(`${name} is ${given(item)}, in which there is no object`);
    const isManifest = Chart.isChart(item) || objects?.every(({ kind }) => typeof kind === 'string' && kind !== '');
    if (objects === undefined || !isManifest) return void parts.problems.push(`${name} is ${given(item)}${objects ? ', an object without a kind' : ''}`);
    for (const object of objects) parts.objects.push(object);
  });
  parts.open.delete(items);
}

/** What a Chart or an ApiObject renders, or the object itself; undefined for what is neither, as other constructs are. */
function objectsOf(item: any): any[] | undefined {
  if (item === null || typeof item !== 'object') return undefined;
  if (Chart.isChart(item)) return item.toJson();
  if (ApiObject.isApiObject(item)) return [item.toJson()];
  return Construct.isConstruct(item) ? undefined : [item];
}
