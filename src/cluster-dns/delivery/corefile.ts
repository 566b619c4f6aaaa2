import { Rendered } from './rendered';
import { Edit } from '../advice';

/** The new Corefile alone, to the byte. */
export function corefile({ name, namespace, text }: Edit): Rendered {
  return { fileName: `${name}.Corefile`, text, how: [`the text of the key Corefile of ConfigMap ${namespace}/${name}`] };
}
