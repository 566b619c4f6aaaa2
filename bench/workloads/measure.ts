import { App, Chart } from 'cdk8s';

const WORKLOADS_A_CHART = 10;

/** Builds and synthesizes the workloads that the command line asks for, then prints what the whole process took. */
export function measure(add: (chart: Chart, name: string) => void): void {
  const [count, layout, outdir] = process.argv.slice(2);
  const app = new App({ outdir });
  let chart = new Chart(app, 'chart');
  for (let i = 0; i < Number(count); i++) {
    if (layout === 'ten' && i > 0 && i % WORKLOADS_A_CHART === 0) chart = new Chart(app, `chart-${i / WORKLOADS_A_CHART}`);
    add(chart, `db-${i}`);
  }
  app.synth();
  report();
}

/** CPU and peak memory of this process since it started. */
export function report(): void {
  const { user, system } = process.cpuUsage();
  process.stdout.write(JSON.stringify({ cpu: (user + system) / 1000, memory: process.resourceUsage().maxRSS }));
}
