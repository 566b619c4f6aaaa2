import { cdk8s, javascript } from 'projen';

/** The cdk8s-plus line that the published package is built on. */
const PLUS = '28';
/** The cdk8s-plus line that `cdk8s init` gives today; the same sources are compiled and tested against it. */
const PLUS_NEXT = 'cdk8s-plus-33@2.5.57';

const project = new cdk8s.ConstructLibraryCdk8s({
  name: 'cdk8s-stateful',
  description: 'The matched set of Kubernetes objects for workloads with an identity, from one declaration, proved at synth time',
  keywords: ['cdk', 'cdk8s', 'kubernetes', 'statefulset', 'headless-service', 'volumeclaimtemplates', 'poddisruptionbudget', 'coredns'],
  author: 'The cdk8s-stateful authors',
  authorAddress: 'cdk8s-stateful@users.noreply.github.com',
  authorOrganization: true,
  repositoryUrl: 'https://github.com/cdk8s-stateful/cdk8s-stateful.git',
  license: 'Apache-2.0',
  copyrightOwner: 'The cdk8s-stateful authors',
  defaultReleaseBranch: 'main',
  stability: 'experimental',

  cdk8sVersion: '2.70.106',
  constructsVersion: '10.8.1',
  jsiiVersion: '6.0.16',
  typescriptVersion: '~6.0.3',
  minNodeVersion: '20.16.0',
  packageManager: javascript.NodePackageManager.NPM,
  projenVersion: '0.103.25',
  projenrcTs: true,
  github: false,
  release: false,
  sampleCode: false,

  // Not jsii modules, so they travel inside the package.
  bundledDeps: ['commander@14.0.2', 'js-yaml@5.5.0', 'picomatch@4.0.7', 'yaml@2.9.1'],
  bin: { 'cdk8s-stateful': 'bin/cdk8s-stateful' },
  peerDeps: [`cdk8s-plus-${PLUS}@^2.5.6`],
  devDeps: [
    `cdk8s-plus-${PLUS}@2.5.6`,
    PLUS_NEXT,
    'cdk8s-cli@2.207.60',
    'fast-check@4.10.2',
    'dns-packet@5.6.1',
    'esbuild@0.25.12',
    '@types/dns-packet@5.6.5',
    '@types/picomatch@4.0.3',
    '@types/sarif@2.1.7',
    'eslint-import-resolver-typescript@4.4.5',
    'eslint-plugin-import@2.32.0',
    'jsii-pacmak@1.140.0',
    'jsii-diff@1.134.0',
  ],
  publishToPypi: { distName: 'cdk8s-stateful', module: 'cdk8s_stateful' },
  publishToMaven: { javaPackage: 'org.cdk8s.stateful', mavenGroupId: 'org.cdk8s-stateful', mavenArtifactId: 'cdk8s-stateful' },
  publishToGo: { moduleName: 'github.com/cdk8s-stateful/cdk8s-stateful-go', packageName: 'cdk8sstateful' },
  npmAccess: javascript.NpmAccess.PUBLIC,

  jestOptions: {
    jestVersion: '^30.0.0',
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    passWithNoTests: false,
    jestConfig: {
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      moduleNameMapper: { '^cdk8s-stateful$': '<rootDir>/src' },
      collectCoverage: false,
    },
  },
  typecheckTests: true,
  eslintOptions: { dirs: ['src'], devdirs: ['test', 'examples', 'scripts', 'bench', 'e2e', 'oracle'] },
});

// 1.13.0 names native packages that are not all published, and `npm ci` refuses a lock file without them.
project.package.addPackageResolutions('unrs-resolver@1.12.2');
// The npm package needs Node alone; the other languages are packaged where their tools are (`npx projen package-all`).
project.packageTask.reset();
project.packageTask.spawn(project.tasks.tryFind('package:js')!);
// The pages of the rules travel along: check --explain prints them.
for (const path of ['/docs/guides/', '/docs/decisions/', '/docs/measured/', '/docs/*.md', '/.pre-commit-hooks.yaml', '/examples/', '/e2e/', '/oracle/', '/bench/', '/scripts/', '/dist/', '/.ci/', '/ARCHITECTURE.md', '/CONTRIBUTING.md']) {
  project.npmignore?.exclude(path);
}
project.gitignore.exclude('.jsii.tabl.json', '/examples/*/dist/', '/.cache/');
project.npmrc.addConfig('omit-lockfile-registry-resolved', 'true');

// The package can be required by its own name, so that the examples read as a user would write them.
project.package.addField('exports', {
  '.': { types: './lib/index.d.ts', default: './lib/index.js' },
  './package.json': './package.json',
  './.jsii': './.jsii',
});

// Finding and reading many small files costs more than running them. The commands become files of their own, and one is
// all that help waits for; what a program imports becomes one file, the rules another. From their sources, where modules of the
// language share one scope and no export is asked for by its name. Lines stay lines where a stack may lead to them.
const bundle = (from: string, to: string, ...options: string[]) =>
  project.compileTask.exec(`esbuild ${from} --bundle --platform=node --target=node20 --allow-overwrite --log-level=warning ${[...options, `--outfile=lib/${to}`].join(' ')}`);
// Node 20 takes long for `{ ...object }`, of which the reader of YAML makes one for every node: a tenth of a run.
const command = (name: string, ...options: string[]) =>
  bundle(`src/cli/${name}.ts`, `cli/${name}.js`, '--minify-whitespace', '--minify-syntax', '--supported:object-rest-spread=false', ...options);
// The largest of them: shorter names are read sooner, and what few runs ask for is read when they ask.
command('commands', '--minify-identifiers', '--alias:crypto=./src/cli/late-crypto.ts', '--alias:picomatch=./src/cli/late-picomatch.ts');
command('corefile-command');
command('main', '--external:./commands', '--external:./corefile-command', '--alias:node:child_process=./src/cli/late-child-process.ts');
// It stands beside its modules, so that what they read late is found under the same names.
bundle('lib/index.js', 'private/library.js', '--keep-names', '--packages=external', '--external:../rules/engine', '--external:../checker', '--external:../cluster-dns/*');
project.compileTask.exec('ts-node -T -P scripts/tsconfig.json scripts/entry-point.ts');
// After the commands, since bundles within bundles are read more than once.
bundle('src/rules/engine.ts', 'rules/engine.js');

// --- commands -------------------------------------------------------------------------------------------------
const script = (name: string) => `ts-node -P scripts/tsconfig.json scripts/${name}.ts`;
const synth = project.addTask('synth', { description: 'Synthesize every example and print its identity table', receiveArgs: true });
synth.exec('tsc -p tsconfig.json');
synth.exec(script('synth-examples'), { receiveArgs: true });
project.addTask('bench', { description: 'Compare with cdk8s-plus and raw objects; --check fails on a missed goal', exec: 'ts-node -T -P bench/tsconfig.json bench/run.ts', receiveArgs: true });
project.addTask('bench:checker', { description: 'Compare check with kube-score and kubeconform; --check fails on a missed goal', exec: 'ts-node -T -P bench/tsconfig.json bench/checker/run.ts', receiveArgs: true });
project.addTask('test:plus-next', { description: 'Compile and test the same sources against the cdk8s-plus of `cdk8s init`', exec: script('test-plus-next'), receiveArgs: true });
project.addTask('test:user-start', { description: 'Install the packed library into a fresh app and synthesize it with cdk8s-cli', exec: script('user-start'), receiveArgs: true });
project.addTask('test:validation', { description: 'The validation plugin and check in an app of plain objects, with the real cdk8s-cli', exec: script('test-validation'), receiveArgs: true });
project.addTask('test:pipes', { description: 'check behind helm and kustomize, and the commands of the guide about CI', exec: script('test-pipes'), receiveArgs: true });

const real = (name: string, file: string, description: string) =>
  project.addTask(name, { description, exec: `ts-node -T -P ${file.split('/')[0]}/tsconfig.json ${file}`, receiveArgs: true });
real('test:dns', 'e2e/dns/run.ts', 'Measure name resolution on a real control plane with real CoreDNS');
real('e2e:up', 'e2e/cluster/up.ts', 'Start a whole Kubernetes, three nodes for each scenario at once; needs root, Linux and Go');
real('e2e:down', 'e2e/cluster/down.ts', 'End the cluster that e2e:up has started');
real('e2e:kubectl', 'e2e/cluster/kubectl.ts', 'kubectl in the cluster that e2e:up has started');
real('test:e2e', 'e2e/scenarios/run.ts', 'Run the scenarios on a whole Kubernetes, or on that of E2E_KUBECONFIG');
real('test:yaml', 'oracle/yaml/run.ts', 'Compare the reader of YAML with that of kubectl');
real('test:oracle', 'oracle/manifests/run.ts', 'Hold rules and their pages against real API servers and controllers of two versions');
real('test:corefile', 'oracle/run.ts', 'Compare the Corefile reader with that of CoreDNS, and start CoreDNS with every patched text');

// --- examples, benchmarks and scripts are type-checked like the tests -----------------------------------------
const NAMING = ['examples', 'scripts', 'bench', 'e2e', 'oracle'];
for (const dir of NAMING) {
  new javascript.TypescriptConfig(project, {
    fileName: `${dir}/tsconfig.json`,
    include: ['**/*.ts'],
    compilerOptions: { noEmit: true, rootDir: '..', paths: { 'cdk8s-stateful': ['../src'] } },
  }).addExtends(project.tsconfig!);
  project.testTask.prependExec(`tsc -p ${dir}/tsconfig.json`);
}

// Tests name the package like the examples do; without this they would read what the last build left in lib/.
project.tryFindObjectFile('test/tsconfig.json')!.addOverride('compilerOptions.paths', { 'cdk8s-stateful': ['../src'] });
const resolver = 'settings.import/resolver.typescript';
const eslintrc = project.tryFindObjectFile('.eslintrc.json')!;
eslintrc.addOverride(`${resolver}.project`, ['test', ...NAMING].map((dir) => `${dir}/tsconfig.json`));
eslintrc.addOverride(`${resolver}.noWarnOnMultipleProjects`, true);

// --- the import law: who may know whom ------------------------------------------------------------------------
const law = (target: string, except: string[], message: string) => ({ target: `./src/${target}`, from: './src', except: except.map((e) => `./${e}`), message });
const PURE = ['identity', 'manifests', 'corefile', 'cluster-dns', 'rules', 'output', 'checker'];
project.eslint?.addRules({
  '@typescript-eslint/no-unused-expressions': 'error',
  '@stylistic/max-len': ['error', { code: 160, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }],
  'no-bitwise': 'off',
  'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
  'import/no-restricted-paths': ['error', {
    zones: [
      law('identity', ['identity'], 'identity/ computes names and imports nothing'),
      law('manifests', ['manifests', 'identity'], 'manifests/ renders plain JSON and imports identity/ only'),
      law('corefile', ['corefile'], 'corefile/ reads and edits text and imports nothing'),
      law('cluster-dns', ['cluster-dns', 'corefile', 'identity'], 'cluster-dns/ advises on text and imports corefile/ and identity/ only'),
      law('rules', ['rules', 'identity', 'manifests', 'corefile'], 'rules/ judge plain JSON and import identity/, manifests/ and corefile/ only'),
      law('checker', ['checker', 'rules', 'corefile', 'identity'], 'checker/ turns text into findings and imports no construct'),
      law('cli', ['cli', 'checker', 'cluster-dns', 'corefile', 'identity', 'rules', 'output', 'private/files.ts'],
        'cli/ imports no construct, so that cdk8s is never loaded'),
      law('output', ['output', 'rules', 'identity', 'manifests'], 'output/ turns judged JSON into text and imports no construct'),
    ],
  }],
});
project.eslint?.addOverride({
  files: PURE.map((dir) => `src/${dir}/**/*.ts`),
  rules: {
    'no-restricted-imports': ['error', {
      paths: [
        'cdk8s', `cdk8s-plus-${PLUS}`, 'constructs', 'fs', 'path', 'os', 'process', 'child_process', 'node:fs', 'node:crypto',
        // A hash of a name is a pure function; everything else in there is not.
        { name: 'crypto', allowImportNames: ['createHash'] },
      ],
    }],
    'no-restricted-globals': ['error', 'process', 'Date', 'performance', 'setTimeout', 'setInterval', 'fetch', 'require'],
    'no-restricted-properties': ['error', { object: 'Math', property: 'random' }],
  },
});

project.synth();
