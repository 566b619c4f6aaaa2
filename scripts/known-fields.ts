// Writes src/rules/fields/known.ts: the fields that kube-apiserver 1.28 and 1.36 know of each kind that rules read, from their /openapi/v3.
// In which version between these two a field came or went is told by the modules k8s.io/api of the versions between. It needs Linux and Go.
// With --check nothing is written.
import { execFileSync } from 'child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { ControlPlane } from '../e2e/control-plane/control-plane';
import { exitOnSignals } from '../e2e/process/on-signal';

const FILE = join(resolve(__dirname, '..'), 'src/rules/fields/known.ts');
const COMMAND = 'ts-node -P scripts/tsconfig.json scripts/known-fields.ts';

/** Kinds whose fields rules read, by what stands in a manifest, and the part of /openapi/v3 that has them. */
const KINDS: ReadonlyArray<readonly [key: string, type: string, part: string]> = [
  ['apps/v1/StatefulSet', 'io.k8s.api.apps.v1.StatefulSet', 'apis/apps/v1'],
  ['v1/Service', 'io.k8s.api.core.v1.Service', 'api/v1'],
  ['policy/v1/PodDisruptionBudget', 'io.k8s.api.policy.v1.PodDisruptionBudget', 'apis/policy/v1'],
  ['networking.k8s.io/v1/NetworkPolicy', 'io.k8s.api.networking.v1.NetworkPolicy', 'apis/networking.k8s.io/v1'],
  ['autoscaling/v2/HorizontalPodAutoscaler', 'io.k8s.api.autoscaling.v2.HorizontalPodAutoscaler', 'apis/autoscaling/v2'],
  ['autoscaling/v1/HorizontalPodAutoscaler', 'io.k8s.api.autoscaling.v1.HorizontalPodAutoscaler', 'apis/autoscaling/v1'],
  ['v1/PersistentVolumeClaim', 'io.k8s.api.core.v1.PersistentVolumeClaim', 'api/v1'],
  ['storage.k8s.io/v1/StorageClass', 'io.k8s.api.storage.v1.StorageClass', 'apis/storage.k8s.io/v1'],
  ['v1/Namespace', 'io.k8s.api.core.v1.Namespace', 'api/v1'],
  ['v1/ServiceAccount', 'io.k8s.api.core.v1.ServiceAccount', 'api/v1'],
  ['v1/ConfigMap', 'io.k8s.api.core.v1.ConfigMap', 'api/v1'],
  ['v1/Secret', 'io.k8s.api.core.v1.Secret', 'api/v1'],
];
/** Packages of Go that new fields are in. */
const PACKAGES = ['core/v1', 'apps/v1', 'policy/v1', 'networking/v1', 'autoscaling/v1', 'autoscaling/v2', 'storage/v1'];
/** Types of Go whose fields stand in others. */
const INLINED: Readonly<Record<string, string>> = { Volume: 'VolumeSource', EphemeralContainer: 'EphemeralContainerCommon', Probe: 'ProbeHandler' };
const [FIRST, LAST] = [28, 36];

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
}
type Schemas = Readonly<Record<string, Schema>>;

/** A field of a type, as the versions know it. */
interface Field {
  readonly name: string;
  /** The type of what it holds, where that has fields of its own. */
  readonly type?: string;
  readonly list: boolean;
  /** The first version that knows it, and the first that no longer does. */
  readonly since?: number;
  readonly until?: number;
}

async function schemasOf(version: '1.28' | '1.36'): Promise<Schemas> {
  const plane = await ControlPlane.start({ version });
  try {
    const parts = [...new Set(KINDS.map(([, , part]) => part))];
    const all = await Promise.all(parts.map((part) => plane.client.get(`/openapi/v3/${part}`)));
    return Object.assign({}, ...all.map(({ components }) => components.schemas));
  } finally {
    await plane.stop();
  }
}

/** The fields of each type of the version, by `<package>/<type>.<field>`. */
function fieldsOfModule(minor: number, folder: string): ReadonlySet<string> {
  const { Dir: root } = JSON.parse(execFileSync('go', ['mod', 'download', '-json', `k8s.io/api@v0.${minor}.0`], { cwd: folder, encoding: 'utf8' }));
  const found = new Set<string>();
  for (const name of PACKAGES) {
    const text = readFileSync(join(root, name, 'types_swagger_doc_generated.go'), 'utf8');
    for (const [, type, body] of text.matchAll(/var map_(\w+) = map\[string\]string\{\n([^]*?)\n\}/g)) {
      for (const [, field] of body.matchAll(/^\t"(\w+)":/gm)) found.add(`${name}/${type}.${field}`);
    }
  }
  return found;
}

/** `core/v1` and `PodSpec` of `io.k8s.api.core.v1.PodSpec`. */
function placeOf(type: string): [group: string, name: string] {
  const [version, name] = type.split('.').slice(-2);
  return [`${type.split('.').at(-3)}/${version}`, name];
}

class Known {
  private readonly lines = new Map<string, string>();
  /** Full names by the short ones that stand in the file. */
  private readonly names = new Map<string, string>();

  public constructor(private readonly old: Schemas, private readonly current: Schemas, private readonly between: ReadonlyMap<number, ReadonlySet<string>>) {}

  public text(): string {
    for (const [key, type] of KINDS) this.add(key, type, type);
    return [
      `// Written from /openapi/v3 of kube-apiserver 1.${FIRST} and 1.${LAST}. Do not edit: run ${COMMAND}`,
      '',
      '/**',
      ' * A type a line, kinds first: its name, then its fields. `@30` is the version that brought a field, `<31` the first without it, `:Type` what it',
      ' * holds, and `:*Type` that it holds a list of it; what has no type holds a value, or keys that are the user\'s.',
      ' */',
      'export const KNOWN = `',
      ...this.lines.values(),
      '`;',
      '',
    ].join('\n');
  }

  /** @param was the type of the first version that holds the same place */
  private add(key: string, type: string, was: string | undefined): void {
    if (this.lines.has(key)) return;
    this.lines.set(key, '');
    const fields = this.fieldsOf(type, was);
    this.lines.set(key, [key, ...fields.map(shownField)].join(' '));
  }

  private fieldsOf(type: string, was: string | undefined): Field[] {
    const properties = (all: Schemas, name: string | undefined): Schemas => (name === undefined ? undefined : all[name]?.properties) ?? {};
    const [now, before] = [properties(this.current, type), properties(this.old, was)];
    return [...new Set([...Object.keys(now), ...Object.keys(before)])].sort().map((name) => {
      const [schema, old] = [now[name], before[name]];
      const held = schema && this.typeIn(schema, this.current);
      const heldBefore = old && this.typeIn(old, this.old);
      // What a server says of an object is not what is asked of it.
      const target = name === 'status' ? undefined : held ?? heldBefore;
      return {
        name,
        list: isList(schema ?? old),
        type: target && this.short(target, heldBefore),
        since: old || was === undefined ? undefined : this.first(type, name),
        until: schema || !this.current[type] ? undefined : this.firstWithout(type, name),
      };
    });
  }

  private short(type: string, was: string | undefined): string {
    const [group, name] = placeOf(type);
    const taken = this.names.get(name);
    const short = taken === undefined || taken === type ? name : `${group.split('/')[1]}.${name}`;
    this.names.set(short, type);
    this.add(short, type, this.current[type] ? was : type);
    return short;
  }

  private typeIn(schema: Schema, all: Schemas): string | undefined {
    const ref = schema.$ref ?? schema.allOf?.[0].$ref ?? (schema.items && (schema.items.$ref ?? schema.items.allOf?.[0].$ref));
    const name = ref?.split('/').pop();
    return name && all[name]?.properties ? name : undefined;
  }

  private first(type: string, field: string): number {
    return [...this.between].find(([, known]) => isKnown(known, type, field))?.[0] ?? LAST;
  }

  /** A type may be new: then the versions before it have the field in another one. */
  private firstWithout(type: string, field: string): number {
    const [group, name] = placeOf(type);
    const hasType = (known: ReadonlySet<string>) => [...known].some((each) => each.startsWith(`${group}/${name}.`));
    return [...this.between].find(([, known]) => hasType(known) && !isKnown(known, type, field))?.[0] ?? LAST;
  }
}

function isKnown(known: ReadonlySet<string>, type: string, field: string): boolean {
  const [group, name] = placeOf(type);
  return [name, INLINED[name]].some((each) => known.has(`${group}/${each}.${field}`));
}

function isList({ items }: Schema): boolean {
  return items !== undefined;
}

function shownField({ name, list, type, since, until }: Field): string {
  return `${name}${since === undefined ? '' : `@${since}`}${until === undefined ? '' : `<${until}`}${type === undefined ? '' : `:${list ? '*' : ''}${type}`}`;
}

async function main(check: boolean): Promise<number> {
  const [old, current] = [await schemasOf('1.28'), await schemasOf('1.36')];
  const folder = mkdtempSync(join(tmpdir(), 'known-fields-'));
  try {
    const between = new Map(Array.from({ length: LAST - FIRST - 1 }, (_, i) => FIRST + 1 + i).map((minor) => [minor, fieldsOfModule(minor, folder)]));
    const text = new Known(old, current, between).text();
    if (existsSync(FILE) && readFileSync(FILE, 'utf8') === text) return 0;
    if (check) console.error(`src/rules/fields/known.ts differs: run ${COMMAND}`);
    else writeFileSync(FILE, text);
    return check ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

exitOnSignals();
void main(process.argv.slice(2).includes('--check')).then((code) => { process.exitCode = code; }, (error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
