import { ApiObject, App, Chart, DependencyGraph } from 'cdk8s';

/**
 * Within a synth of the app: renders each chart without resolving and validating the whole app once more for it, which
 * makes the cost of cdk8s grow with charts × constructs. `App.synth` has done both before it asks the first chart, and
 * its output type with a file for each resource leaves the repetition out, too.
 *
 * Charts with a `toJson()` of their own are left alone. Returns how to go back.
 *
 * @see cdk8s v2.70.106 src/app.ts, App.synth and App._synthChart
 */
export function renderChartsAlone(app: App): () => void {
  const stock = Chart.prototype.toJson;
  const charts = app.node.findAll().filter((construct): construct is Chart => Chart.isChart(construct) && construct.toJson === stock);
  for (const chart of charts) chart.toJson = () => objectsOf(chart).map((object) => object.toJson());
  return () => charts.forEach((chart) => delete (chart as Partial<Chart>).toJson);
}

/** The objects of a chart, without those of charts inside it, each after those that it depends on. */
function objectsOf(chart: Chart): ApiObject[] {
  return new DependencyGraph(chart.node).topology()
    .filter((construct): construct is ApiObject => ApiObject.isApiObject(construct) && Chart.of(construct) === chart);
}
