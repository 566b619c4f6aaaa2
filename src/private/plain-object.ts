import { ApiObject, ApiObjectMetadata, App, JsonPatch, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { metadataJson, plain } from './plain';
import { Registry } from './registry';

/**
 * An API object whose body is plain JSON: no schema stands between a JSON patch and the manifest, so quantities,
 * integers-or-strings and fields newer than the schema reach the YAML.
 *
 * @internal
 */
export class PlainObject extends ApiObject {
  private readonly ops: JsonPatch[] = [];
  private readonly registry: Registry;

  constructor(scope: Construct, id: string, apiVersion: string, kind: string, metadata: ApiObjectMetadata, private readonly body: () => any) {
    super(scope, id, { apiVersion, kind, metadata, spec: Lazy.any({ produce: body }) });
    this.registry = Registry.of(this);
  }

  public addJsonPatch(...ops: JsonPatch[]): void {
    super.addJsonPatch(...ops);
    this.ops.push(...ops);
    this.registry.changed();
  }

  public toJson(): any {
    return this.registry.emitted(this);
  }

  /**
   * The manifest as it stands now, outside any synth.
   *
   * @internal
   */
  public _render(): any {
    // A user's own resolvers see every value, as in any ApiObject; without them one plain walk does the same.
    if (App.of(this).resolvers.length > BUILT_IN_RESOLVERS) return super.toJson();
    const sorted = !process.env.CDK8S_DISABLE_SORT;
    const json = { apiVersion: this.apiVersion, kind: this.kind, metadata: metadataJson(this.metadata), spec: plain(this.body(), sorted) };
    return this.ops.reduce((patched, op) => this.patched(patched, op), json);
  }

  private patched(json: any, op: JsonPatch): any {
    try {
      return JsonPatch.apply(json, op);
    } catch (e) {
      throw new Error(`the JSON patch ${JSON.stringify(op._toJson())} does not fit: ${(e as Error).message.split('\n')[0]}`);
    }
  }
}

const BUILT_IN_RESOLVERS = 3;
