import { Rendered } from './rendered';
import { Edit } from '../advice';

/** The new Corefile alone, to the byte. */
export function corefile({ name, namespace, text }: Edit): Rendered {
  return { fileName: `${name}.Corefile`, text, how: [`the text of the key Corefile of ConfigMap ${namespace}/${name}`] };
}

/** The same where the platform overwrites an edited ConfigMap. */
export function corefileToLookAt({ name, text }: Edit, taken: string): Rendered {
  return { fileName: `${name}.Corefile`, text, how: [`to look at: this is what the Corefile becomes; the platform takes it as ${taken}, and overwrites an edited ConfigMap`] };
}
