import { patternProblem } from '../../src/corefile/import-pattern';

test.each(['custom/*.server', '/etc/?.conf', 'a\\*b', 'a]', 'a\\\\/b*', 'a\\[b', '*/../*.conf', './x/*/../../y?', '[/../a', '../*/../*'])(
  'CoreDNS looks for the files of %j', (pattern) => expect(patternProblem(pattern)).toBeUndefined());

test.each(['*/*', '??', '[ab]', ']a[', '/*/../*', '../*/*', '*/./*', 'a\\*b*'])('fails for more than one wildcard, counted when the dots are resolved: %j', (pattern) => {
  expect(patternProblem(pattern)).toBe(`Glob pattern may only contain one wildcard (*), but has others: ${pattern}`);
});

test.each(['[a', 'a\\', '/[/../a', 'a\\/b*'])('fails for the malformed pattern %j', (pattern) => {
  expect(patternProblem(pattern)).toBe(`Failed to use import pattern ${pattern}: syntax error in pattern`);
});

// It fails when a file is there whose name has to be held against the rest.
test.each(['custom/*.override\\', '/a*\\/b', 'x*['])('what is malformed behind a wildcard is not met as long as no file is there: %j', (pattern) => {
  expect(patternProblem(pattern)).toBeUndefined();
});
