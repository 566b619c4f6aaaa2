import { readFileSync, readdirSync, statSync } from 'fs';
import { join, relative } from 'path';
import * as ts from 'typescript';

const ROOT = join(__dirname, '..');
const PRELUDE = `
import { ApiObject, App, Chart, Duration, JsonPatch, Size, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import * as stateful from 'cdk8s-stateful';
import { ClaimRetention, ClusterContext, CoreDnsPatch, CurrentCorefile, Disruption, DnsPlatform, IdentitySnapshot, ManifestAssertions, ManifestChecker, Members, PeerSelection, PodDefaults, PodDisruptionBudget, Spread, StatefulIdentity, StatefulWorkload, UpdatePolicy } from 'cdk8s-stateful';
`;

interface Snippet { readonly file: string; readonly line: number; readonly code: string }

function files(dir: string, ending: RegExp): string[] {
  return readdirSync(join(ROOT, dir)).filter((name) => name !== 'node_modules').flatMap((name) => {
    const path = join(dir, name);
    return statSync(join(ROOT, path)).isDirectory() ? files(path, ending) : ending.test(name) ? [path] : [];
  });
}

/** Fenced `ts` blocks of Markdown, and `@example` blocks of doc comments. */
function snippets(): Snippet[] {
  const fenced = ['README.md', ...files('docs', /\.md$/), ...files('examples', /\.md$/)].flatMap((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((m) => ({ file, line: text.slice(0, m.index).split('\n').length, code: m[1] }));
  });
  const documented = files('src', /\.ts$/).flatMap((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    return [...text.matchAll(/@example\n([\s\S]*?)(?=\n\s*\*\s*@|\n\s*\*\/)/g)].map((m) => ({
      file, line: text.slice(0, m.index).split('\n').length, code: m[1].replace(/^\s*\* ?/gm, ''),
    }));
  });
  return [...fenced, ...documented];
}

test('every TypeScript snippet of the documentation compiles', () => {
  const found = snippets();
  expect(found.length).toBeGreaterThan(5);
  const sources = new Map(found.map((snippet, i) => {
    const whole = /^import /m.test(snippet.code);
    const inner = 'declare const app: App; declare const chart: Chart; declare const workload: StatefulWorkload; declare const container: kplus.Container; declare const yaml: string;\n';
    return [join(ROOT, `snippet-${i}.ts`), whole ? snippet.code : `${PRELUDE}${inner}{\n${snippet.code}\n}\nexport {};`] as const;
  }));
  const options: ts.CompilerOptions = {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    types: ['jest', 'node'],
    paths: { 'cdk8s-stateful': [join(ROOT, 'src')] },
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => sources.has(name) || fileExists(name);
  host.readFile = (name) => sources.get(name) ?? readFile(name);
  host.getSourceFile = (name, version, ...rest) => sources.has(name)
    ? ts.createSourceFile(name, sources.get(name)!, version) : getSourceFile.call(host, name, version, ...rest);
  const program = ts.createProgram([...sources.keys()], options, host);
  const problems = [...sources.keys()].flatMap((name, i) => {
    const file = program.getSourceFile(name)!;
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
      .map((d) => `${relative(ROOT, join(ROOT, found[i].file))}:${found[i].line}: ${ts.flattenDiagnosticMessageText(d.messageText, ' ')}`);
  });
  expect(problems).toEqual([]);
}, 60_000);
