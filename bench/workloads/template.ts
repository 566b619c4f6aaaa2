import { App, Chart } from 'cdk8s';
import { declare } from './declare';

// The objects of one workload, of which the raw variant is made.
const chart = new Chart(new App(), 'chart');
declare(chart, process.argv[2]);
process.stdout.write(JSON.stringify(chart.toJson()));
