import 'cdk8s-stateful';
import { report } from './measure';

report();
