const SEVERAL_WILDCARDS = /\*.*\*|\?.*\?|\[.*\]|\].*\[/s;
/** What is judged whatever files there are: all up to the first wildcard `*`. */
const HEAD = /^(?:[^\\*]|\\.)*\\?/s;
/** Folders are patterns of their own, so that a backslash does not reach over the end of its folder. */
const WELL_FORMED = /^(?:[^\\[]|\\[^/])*$/s;

/** A relative pattern as it is joined to the folder of the Corefile: `a/../b` is `b`. An absolute one stays as it is. */
function joined(pattern: string): string {
  if (pattern.startsWith('/')) return pattern;
  const parts: string[] = [];
  for (const part of pattern.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** Why CoreDNS does not look for the files of an import pattern, or undefined if it does. */
export function patternProblem(pattern: string): string | undefined {
  const path = joined(pattern);
  if (SEVERAL_WILDCARDS.test(path)) return `Glob pattern may only contain one wildcard (*), but has others: ${pattern}`;
  if (!WELL_FORMED.test(HEAD.exec(path)![0])) return `Failed to use import pattern ${pattern}: syntax error in pattern`;
  return undefined;
}
