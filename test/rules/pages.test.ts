import { findings } from './harness';
import { page } from './page';
import { PAGE_EXCEPTIONS } from './page-exceptions';
import { differs, pages } from '../../scripts/rule-page';
import { RULES } from '../../src/rules';
import { DNS_RULES } from '../../src/rules/dns-rules';
import type { Rule } from '../../src/rules/rule';
import { judge } from '../../src/rules/run';

/** Pages about cluster DNS are held to more by the tests of their rules. */
const withPage = RULES.filter((rule) => pages().includes(rule.id) && !DNS_RULES.includes(rule)).map((rule): [id: string, rule: Rule] => [rule.id, rule]);

const VERSIONS = ['Kubernetes 1.28', 'Kubernetes 1.36'];
const VERDICT = /^(Kubernetes 1\.(?:28|36)|Kubernetes 1\.28 and 1\.36) (?:rejects? it: .|accepts? it\b)/;

/** The versions that the lines of a statement give a verdict of; further lines tell what is seen afterwards. */
function versionsOf(statement: string): string[] {
  const subjects = statement.split('\n').flatMap((line) => VERDICT.exec(line)?.[1] ?? []);
  return subjects.flatMap((subject) => subject.includes(' and ') ? VERSIONS : [subject]).sort();
}

describe.each(withPage)('the page of %s', (id, rule) => {
  const { incorrect, correct } = page(id);
  const { others = [], minor = 28, clusterDomain = 'cluster.local' } = PAGE_EXCEPTIONS.get(id) ?? {};

  test('its rule, and no other, fails the incorrect text', () => {
    const found = judge(incorrect.objects, RULES, { minor, clusterDomain }).map(({ finding }) => finding);
    expect([...new Set(found.map(({ ruleId }) => ruleId))].sort()).toEqual([id, ...others].sort());
    const own = found.filter(({ ruleId }) => ruleId === id);
    expect(findings(rule, [...incorrect.objects], minor, clusterDomain)).toEqual(own);
    if (!differs(rule, 'severity')) expect(own.map(({ severity }) => severity)).toEqual(own.map(() => rule.severity));
  });

  test('no rule says a word about the correct text', () => {
    expect(judge(correct.objects, RULES, { minor, clusterDomain }).map(({ finding: { ruleId, message } }) => `${ruleId}: ${message}`)).toEqual([]);
  });

  test.each([28, 36])('1.%i rejects it where, and only where, no acknowledgement helps', (version) => {
    const rejected = new RegExp(`^Kubernetes 1\\.${version === 28 ? '28( and 1\\.36)?' : '(28 and 1\\.)?36'} rejects? it: `, 'm').test(incorrect.statement);
    const own = findings(rule, [...incorrect.objects], version, clusterDomain);
    if (own.length > 0) expect(own.some(({ acknowledgeable }) => !acknowledgeable)).toBe(rejected);
  });

  test('every version is judged once in each statement, and nothing correct is rejected', () => {
    expect(versionsOf(incorrect.statement)).toEqual(VERSIONS);
    expect(versionsOf(correct.statement)).toEqual(VERSIONS);
    expect(correct.statement).not.toMatch(/rejects? it|creates? (no|only)/);
  });
});

test('every exception is that of a page', () => {
  expect([...PAGE_EXCEPTIONS.keys()].filter((id) => !withPage.some(([known]) => known === id))).toEqual([]);
});
