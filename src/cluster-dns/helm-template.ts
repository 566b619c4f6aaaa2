/** One plugin of a server in the values of the CoreDNS Helm chart. */
export interface HelmPlugin {
  readonly name: string;
  readonly parameters?: string;
  readonly configBlock?: string;
}

export interface HelmServer {
  readonly zones: ReadonlyArray<{ readonly zone: string; readonly scheme?: string; readonly use_tcp?: boolean }>;
  readonly port: number;
  readonly plugins: readonly HelmPlugin[];
}

/** What the CoreDNS Helm chart renders a Corefile from. */
export interface HelmValues {
  readonly extraConfig?: Readonly<Record<string, { readonly parameters: string }>>;
  readonly servers: readonly HelmServer[];
}

/** How a chart differs: RKE2's puts the cluster domain in front of the arguments of kubernetes. */
export interface HelmChart {
  readonly domain?: string;
}

/** What the template of the chart makes of its values (charts/coredns/templates/configmap.yaml, and its change in RKE2). */
export function renderHelmServers({ extraConfig, servers }: HelmValues, chart: HelmChart): string {
  const extra = Object.entries(extraConfig ?? {}).map(([name, { parameters }]) => `${name} ${parameters}\n`);
  const blocks = servers.map(({ zones, port, plugins: own }) => {
    const keys = zones.map(({ scheme, zone }) => `${scheme ?? ''}${zone}`).join(' ');
    const lines = own.map(({ name, parameters, configBlock: inner }) => {
      const domain = parameters && name === 'kubernetes' && chart.domain ? `  ${chart.domain} ` : '';
      const args = parameters ? `${domain} ${parameters}` : '';
      return `    ${name} ${args}${inner ? ` {\n${inner.replace(/^/gm, ' '.repeat(12))}\n        }` : ''}\n`;
    });
    return `${keys}:${port} {\n${lines.join('')}}\n`;
  });
  return [...extra, ...blocks].join('');
}
