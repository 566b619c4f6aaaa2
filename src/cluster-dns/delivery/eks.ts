import { Rendered } from './rendered';
import { Edit } from '../advice';

/** The configuration values of the EKS add-on: JSON with the whole Corefile. */
export function eksConfigurationValues({ text }: Edit): Rendered {
  const fileName = 'eks-configuration-values.json';
  return {
    fileName,
    text: `${JSON.stringify({ corefile: text })}\n`,
    how: [
      `aws eks update-addon --cluster-name CLUSTER --addon-name coredns --configuration-values file://${fileName}`,
      'it replaces the configuration values that the add-on has: merge them first if there are others',
    ],
  };
}
