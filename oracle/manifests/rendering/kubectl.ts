import { execFile } from 'child_process';
import { writeFileSync } from 'fs';
import { goBinary } from '../../../e2e/build/go-binary';
import { kubectl as program, KubernetesVersion } from '../../../e2e/build/programs';
import { ADMIN, kubeconfig } from '../../../e2e/control-plane/access';
import { ControlPlane } from '../../../e2e/control-plane/control-plane';

/** How a call of kubectl ended. */
export interface Ended {
  readonly code: number;
  readonly output: string;
}

/** The real kubectl of a version, with a control plane of the same. */
export class Kubectl {
  private readonly config: string;
  private readonly binary: string;
  private files = 0;

  public constructor(private readonly plane: ControlPlane, version: KubernetesVersion) {
    this.binary = goBinary(program(version));
    this.config = plane.folder.file('kubectl.kubeconfig');
    writeFileSync(this.config, kubeconfig(plane.accessOf(ADMIN)), { mode: 0o600 });
  }

  /** A file with these objects. */
  public file(objects: readonly object[]): string {
    const file = this.plane.folder.file(`manifests-${this.files++}.json`);
    writeFileSync(file, JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }));
    return file;
  }

  /** Files with one of these objects each: of a List kubectl judges the fields by itself, not by the server. */
  public each(objects: readonly object[]): string[] {
    return objects.map((object) => {
      const file = this.plane.folder.file(`manifests-${this.files++}.json`);
      writeFileSync(file, JSON.stringify(object));
      return file;
    });
  }

  public run(...args: readonly string[]): Promise<Ended> {
    const env = { ...process.env, KUBECONFIG: this.config, KUBECACHEDIR: this.plane.folder.file('kubectl-cache') };
    return new Promise((resolve, reject) => {
      execFile(this.binary, args, { env, maxBuffer: 1 << 26, timeout: 120_000 }, (error, stdout, stderr) => {
        // Where it could not be started, or took too long, there is no code.
        if (error && typeof error.code !== 'number') reject(new Error(`kubectl ${args.join(' ')}: ${error.message}`));
        else resolve({ code: Number(error?.code ?? 0), output: `${stdout}${stderr}`.trim() });
      });
    });
  }
}
