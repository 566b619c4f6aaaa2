import { declare } from './declare';
import { measure } from './measure';

measure(declare);
