/**
 * The validation plugin for real: the packed library in an app of plain ApiObjects, synthesized by cdk8s-cli with
 * `validations:` in cdk8s.yaml; then `npx cdk8s-stateful check` over what came out. `--keep` leaves the app in place.
 */
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { MINUTE, NO_UPGRADE_CHECK, createApp, expect, killRunning, pack, run, succeed } from './user-start';

/** No construct of this library: what a user has before knowing it. */
const MAIN = `import { ApiObject, App, Chart } from 'cdk8s';

const app = new App();
const chart = new Chart(app, 'plain', { namespace: 'prod' });
new ApiObject(chart, 'service', {
  apiVersion: 'v1', kind: 'Service', metadata: { name: 'db-peers' },
  spec: { clusterIP: CLUSTER_IP, publishNotReadyAddresses: true, selector: { app: 'db' }, ports: [{ name: 'sql', port: 5432 }] },
});
new ApiObject(chart, 'set', {
  apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'db' },
  spec: {
    serviceName: 'db-peers', replicas: 3, selector: { matchLabels: { app: 'db' } },
    template: { metadata: { labels: { app: 'db' } }, spec: { containers: [{ name: 'db', image: 'example.org/db:1', ports: [{ name: 'sql', containerPort: 5432 }] }] } },
  },
});
app.synth();
`;
const SYNTH = ['npx', 'cdk8s', 'synth', NO_UPGRADE_CHECK];
const RULE = 'governing-service-headless';

function write(app: string, clusterIP: string): void {
  fs.writeFileSync(path.join(app, 'main.ts'), MAIN.replace('CLUSTER_IP', JSON.stringify(clusterIP)));
}

async function main(keep: boolean): Promise<void> {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'validation-'));
  const app = path.join(work, 'app');
  const cleanUp = () => keep ? console.log(`kept ${work}`) : fs.rmSync(work, { recursive: true, force: true });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { killRunning(); cleanUp(); process.exit(1); });
  try {
    createApp(app, await pack(work));
    await succeed(app, ['npm', 'install', '--no-audit', '--no-fund', '--prefer-offline'], 5 * MINUTE);
    fs.appendFileSync(path.join(app, 'cdk8s.yaml'), [
      'validations:', '  - package: ./node_modules/cdk8s-stateful', '    version: 0.0.0', '    class: ManifestValidation', '    properties:', "      kubernetesVersion: '1.31'", '',
    ].join('\n'));

    console.log('a sound app passes, with its warnings in the report');
    write(app, 'None');
    const passed = await succeed(app, SYNTH, 3 * MINUTE);
    for (const text of ['Performing validations', 'success', 'pdb-present (warning)', 'plain/set']) expect(passed.includes(text), `the report does not say ${text}`, passed);

    console.log('an app with an error fails, and the report says where');
    write(app, '10.0.0.7');
    const refused = await run(app, SYNTH, 3 * MINUTE);
    expect(refused.code !== 0, `cdk8s synth exited with ${refused.code}`, refused.output);
    for (const text of [`${RULE} (error)`, 'plain/service', 'Service spec.clusterIP (line ', `/docs/rules/${RULE}.md`]) expect(refused.output.includes(text), `the report does not say ${text}`, refused.output);
    console.log(refused.output.split('\n').filter((line) => /\(error\)|spec\.clusterIP|Construct Path: plain\/service/.test(line)).join('\n'));

    console.log('the command finds the same in the manifests');
    const checked = await run(app, ['npx', 'cdk8s-stateful', 'check', 'dist', '--min-severity', 'error'], MINUTE);
    expect(checked.code === 1 && checked.output.includes(`error ${RULE} Service prod/db-peers`), `check exited with ${checked.code}`, checked.output);
    console.log('all passed');
  } finally {
    cleanUp();
  }
}

main(process.argv.includes('--keep')).catch((error) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
