import 'cdk8s-plus-28';
import { report } from './measure';

report();
