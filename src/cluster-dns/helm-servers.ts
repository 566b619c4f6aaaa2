import { AdviceRefusal } from './advice';
import { HelmChart, HelmPlugin, HelmServer, HelmValues, renderHelmServers } from './helm-template';
import { Delivery } from './platform';
import { Corefile, Directive, Import, ServerBlock } from '../corefile/cst';
import { Token } from '../corefile/lexer';
import { parse } from '../corefile/parse';
import { zoneOf } from '../corefile/zone';

/** The chart of a delivery: RKE2's knows the cluster domain by itself. */
export function chartOf(delivery: Delivery, domains: readonly string[]): HelmChart {
  return delivery === 'helm-chart-config' && domains.length > 0 ? { domain: domains[0] } : {};
}

const KEY = /^([a-z0-9]+:\/\/)?(.*?)(?::(\d+))?$/i;

class Inexpressible extends Error {
  public constructor(public readonly line: number, message: string, public readonly fix: string) {
    super(message);
  }
}

function zonesAndPort(block: ServerBlock): Pick<HelmServer, 'zones' | 'port'> {
  const last = block.keys.length - 1;
  const { text, token } = block.keys[last];
  const [, , , port] = KEY.exec(text)!;
  if (port === undefined) throw new Inexpressible(token.line, `the chart has no place for the key ${text} without a port`, `write ${text}:53`);
  // Only the last zone gets the port of the server; the others carry their own.
  const zones = block.keys.map((key, at) => {
    const [, scheme, zone] = KEY.exec(key.text)!;
    const name = at < last ? key.text.slice((scheme ?? '').length) : zone;
    return { zone: name, ...(scheme && { scheme }), ...(!scheme && { use_tcp: true }) };
  });
  return { zones, port: Number(port) };
}

function raw(source: string, tokens: readonly Token[]): string {
  return tokens.length === 0 ? '' : source.slice(tokens[0].start, tokens[tokens.length - 1].end);
}

/** The lines between the braces, comments included, without their common indentation. */
function configBlock(source: string, { block }: Directive): string {
  const lines = source.slice(block!.open.end, block!.close.start).replace(/\r/g, '').split('\n').map((line) => line.trimEnd());
  while (lines.length > 0 && lines[0] === '') lines.shift();
  while (lines.length > 0 && lines[lines.length - 1] === '') lines.pop();
  const indents = lines.filter((line) => line !== '').map((line) => /^[ \t]*/.exec(line)![0]);
  const common = indents.reduce((least, indent) => (least.startsWith(indent) ? indent : indent.startsWith(least) ? least : ''), indents[0] ?? '');
  return lines.map((line) => line.slice(common.length).replace(/^\t+/, (tabs) => '  '.repeat(tabs.length))).join('\n');
}

function plugin(source: string, directive: Directive, chart: HelmChart): HelmPlugin {
  const { name, tokens, args, block } = directive;
  if (directive.via) throw new Inexpressible(name.line, `${name.text} comes by import of a snippet, and the chart has no snippets`, 'write the plugins of the snippet into the server block');
  const broken = tokens.find(({ text }) => text.includes('\n'));
  if (broken) throw new Inexpressible(broken.line, 'a quoted text goes over several lines, and the chart would indent them', 'write it on one line');
  const adds = chart.domain !== undefined && name.text === 'kubernetes';
  const given = adds && args.length > 1 && zoneOf(args[0].text) === zoneOf(chart.domain!) ? args.slice(1) : args;
  const parameters = raw(source, given);
  const inner = block ? configBlock(source, directive) : '';
  return { name: raw(source, [name]), ...(parameters !== '' && { parameters }), ...(inner !== '' && { configBlock: inner }) };
}

function plugins(source: string, block: ServerBlock, chart: HelmChart): HelmPlugin[] {
  const lines = block.directives.map((directive) => ({ at: directive.name.start, plugin: plugin(source, directive, chart) }));
  const imports = block.imports.filter(({ snippet }) => !snippet)
    .map(({ token, pattern }) => ({ at: token.start, plugin: { name: 'import', parameters: raw(source, [pattern]) } }));
  return [...lines, ...imports].sort((a, b) => a.at - b.at).map((line) => line.plugin);
}

/** What must be the same before and after: keys, plugins and options by their words. */
function outline(file: Corefile, chart: HelmChart): string {
  const words = ({ name, tokens, args }: Directive) => {
    const all = tokens.map(({ text }) => text).filter((text, at, list) => !(text === '{' && list[at + 1] === '}') && !(text === '}' && list[at - 1] === '{'));
    const doubled = name.text === 'kubernetes' && chart.domain !== undefined && args.length > 1 && zoneOf(args[0].text) === zoneOf(args[1].text);
    return doubled ? [all[0], ...all.slice(2)] : all;
  };
  const patterns = (imports: readonly Import[]) => imports.map(({ pattern }) => pattern.text);
  const blocks = file.blocks.map(({ keys, directives, imports }) => [keys.map(({ text }) => text), directives.map(words), patterns(imports)]);
  return JSON.stringify([blocks, patterns(file.imports)]);
}

function outside(file: Corefile): HelmValues['extraConfig'] {
  if (file.snippets.length > 0) {
    const [{ key }] = file.snippets;
    throw new Inexpressible(key.line, `the chart has no snippets such as ${key.text}`, 'write the plugins of the snippet into the server blocks');
  }
  if (file.imports.length > 1) throw new Inexpressible(file.imports[1].token.line, 'the chart takes one import between the server blocks', 'import one pattern');
  const [line] = file.imports;
  return line && { import: { parameters: raw(file.source, [line.pattern]) } };
}

/** The comments that the values of the chart have no place for. */
export function lostComments(text: string, values: HelmValues): string[] {
  const kept = values.servers.flatMap(({ plugins: own }) => own.map(({ configBlock: inner }) => inner ?? '')).join('\n');
  return (text.match(/(?<=^|\s)#.*$/gm) ?? []).map((comment) => comment.trim()).filter((comment) => !kept.includes(comment));
}

/** A Corefile as values of the chart; proved by rendering them as the chart does, or refused. */
export function helmValues(text: string, chart: HelmChart = {}): HelmValues | AdviceRefusal {
  const file = parse(text);
  const refusal = (where: string, message: string, fix: string): AdviceRefusal => ({ code: 'helm-values', where, message, fix });
  const by = 'the Corefile cannot be said as servers of the Helm chart';
  const [problem] = [...file.errors, ...file.warnings];
  if (problem) return refusal(`Corefile line ${problem.line}`, `${by}: ${problem.message}`, `correct line ${problem.line}, then try again`);
  try {
    const extraConfig = outside(file);
    const servers = file.blocks.map((block) => ({ ...zonesAndPort(block), plugins: plugins(text, block, chart) }));
    const values = { ...(extraConfig && { extraConfig }), servers };
    if (outline(parse(renderHelmServers(values, chart)), chart) === outline(file, chart)) return values;
    return refusal('Corefile', `${by}: they would render another text`, 'write the servers list by hand');
  } catch (error) {
    if (error instanceof Inexpressible) return refusal(`Corefile line ${error.line}`, `${by}: ${error.message}`, error.fix);
    throw error;
  }
}
