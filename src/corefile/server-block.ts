import { Corefile, Directive, ServerBlock } from './cst';
import { covers, keyZone } from './zone';

/** The plugins of a server block that bear a name. */
export function directives(block: ServerBlock, name: string): readonly Directive[] {
  return block.directives.filter((directive) => directive.name.text === name);
}

export function blockZones(block: ServerBlock): readonly string[] {
  return block.keys.map((key) => keyZone(key.text));
}

/** Whether its zones and ports may be those of another block: they listen at other addresses, or share the queries. */
export function sharesZones(block: ServerBlock): boolean {
  return ['bind', 'view'].some((plugin) => directives(block, plugin).length > 0);
}

/** The longest zone of a block that holds a name, or -1. */
function match(block: ServerBlock, name: string): number {
  return Math.max(-1, ...blockZones(block).filter((zone) => covers(zone, name)).map((zone) => zone.length));
}

/** The server blocks that answer for a name: those of the longest zone, several if they listen at different places. */
export function answering(file: Corefile, name: string): readonly ServerBlock[] {
  const longest = Math.max(...file.blocks.map((block) => match(block, name)));
  return longest < 0 ? [] : file.blocks.filter((block) => match(block, name) === longest);
}

/** The server blocks that answer for any name of a zone: its own, and those of zones inside it. */
export function answeringWithin(file: Corefile, zone: string): readonly ServerBlock[] {
  const own = answering(file, zone);
  return file.blocks.filter((block) => own.includes(block) || blockZones(block).some((inner) => covers(zone, inner)));
}
