import { Rendered } from './rendered';
import { parse } from '../../corefile/parse';
import { answering, directives } from '../../corefile/server-block';
import { zoneOf } from '../../corefile/zone';
import { Edit } from '../advice';
import { yamlText } from '../yaml-text';

/** The cache directive of the server block that answers for a zone, without its indentation. */
function cacheBlock(text: string, zone: string): string {
  const [block] = answering(parse(text), zoneOf(zone));
  const [cache] = directives(block, 'cache');
  const last = cache.tokens[cache.tokens.length - 1];
  const lineStart = text.lastIndexOf('\n', cache.name.start) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))![0];
  return text.slice(cache.name.start, last.end).replace(/\r/g, '').split('\n')
    .map((line, at) => (at > 0 && line.startsWith(indent) ? line.slice(indent.length) : line)).join('\n');
}

/** The variable whose text kubespray writes in the place of the cache directive. */
export function kubespray({ text }: Edit, zone: string): Rendered {
  const fileName = 'kubespray-coredns.yml';
  return {
    fileName,
    text: yamlText({ coredns_default_zone_cache_block: `${cacheBlock(text, zone)}\n` }),
    how: [`put it among the group variables of the cluster, run the playbook, then restart the CoreDNS pods: ${fileName} alone changes nothing`],
  };
}
