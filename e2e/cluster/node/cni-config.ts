import { NodePlan } from '../nodes';

/** The network of a node's pods: a bridge, and addresses out of the node's range. Nothing is masqueraded. */
export function cniConfig({ bridge, podCidr }: NodePlan): object {
  return {
    cniVersion: '0.4.0',
    name: 'pods',
    plugins: [{
      type: 'bridge',
      bridge,
      isGateway: true,
      // A pod may reach itself by its Service.
      hairpinMode: true,
      ipMasq: false,
      ipam: { type: 'host-local', ranges: [[{ subnet: podCidr }]], routes: [{ dst: '0.0.0.0/0' }] },
    }],
  };
}
