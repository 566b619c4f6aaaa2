import { App, Chart, ChartProps } from 'cdk8s';
import { Construct } from 'constructs';
import { parseAllDocuments } from 'yaml';
import { Context, Rendered } from './context';
import { LiveSet } from './live-set';
import { StatefulWorkload } from '../../src';

/** The chart of an example. */
export type ExampleChart<P extends ChartProps> = new (scope: Construct, id: string, props?: P) => Chart & { readonly workload: StatefulWorkload };

/**
 * An example as it is published, in the namespace of the scenario.
 *
 * @param props of the example itself, where it has any
 */
export function example<P extends ChartProps>({ namespace }: Context, chart: ExampleChart<P>, props?: P): Rendered<StatefulWorkload> {
  const app = new App();
  const { workload } = new chart(app, 'example', { ...props, namespace } as P);
  return { declared: workload, objects: parseAllDocuments(app.synthYaml()).map((document) => document.toJS()) };
}

/** Applies an example, and waits until every pod is ready. */
export async function startExample<P extends ChartProps>(context: Context, chart: ExampleChart<P>, props?: P): Promise<LiveSet> {
  return startRendered(context, example(context, chart, props));
}

/** Applies what an example has rendered, changed where a scenario says so, and waits until every pod is ready. */
export async function startRendered(context: Context, rendered: Rendered<StatefulWorkload>): Promise<LiveSet> {
  context.shows('rendered');
  const start = performance.now();
  const set = await LiveSet.apply(context, rendered);
  context.shows('accepted');
  const pods = await set.whenStarted();
  context.measure(`all ${pods.length} pods are ready`, (performance.now() - start) / 1000);
  context.shows('pods run');
  return set;
}
