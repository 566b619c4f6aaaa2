import type { Severity } from '../rules/rule';

/** What is said of a text, or of how it is judged, rather than of an object in it. */
export interface InputRule {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly source: string;
  /** Whether the objects of the text cannot be judged as they stand. */
  readonly unusable: boolean;
}

export const INPUT_RULES: readonly InputRule[] = [
  {
    id: 'input-unreadable',
    severity: 'error',
    title: 'every file that is named exists and can be read',
    source: 'open(2)',
    unusable: true,
  },
  {
    id: 'input-not-text',
    severity: 'error',
    title: 'a manifest is text in UTF-8',
    source: 'k8s.io/apimachinery v0.36.3 pkg/util/yaml/decoder.go (YAMLReader.Read): lines and separators are looked for as bytes',
    unusable: true,
  },
  {
    id: 'yaml-syntax',
    severity: 'error',
    title: 'every document is YAML that kubectl reads',
    source: 'sigs.k8s.io/yaml v1.6.0 yaml.go (YAMLToJSON)',
    unusable: true,
  },
  {
    id: 'yaml-template',
    severity: 'error',
    title: 'what is judged has been rendered',
    source: 'helm.sh/helm/v3 pkg/engine/engine.go: templates become manifests before any of them is YAML',
    unusable: true,
  },
  {
    id: 'yaml-document-end',
    severity: 'error',
    title: 'nothing stands between the end of a document and the next one',
    source: 'go.yaml.in/yaml/v2 v2.4.3 yaml.go (unmarshal): one document is read',
    unusable: false,
  },
  {
    id: 'yaml-duplicate-key',
    severity: 'warning',
    title: 'no key stands twice in one mapping',
    source: 'go.yaml.in/yaml/v2 v2.4.3 decode.go (setMapIndex): the last one counts unless the decoder is strict',
    unusable: false,
  },
  {
    id: 'input-without-objects',
    severity: 'warning',
    title: 'some text that is judged holds an object of Kubernetes',
    source: 'k8s.io/kubectl v0.36.3 pkg/cmd/apply/apply.go: "no objects passed to apply"',
    unusable: false,
  },
  {
    id: 'input-kustomization',
    severity: 'info',
    title: 'what is judged is what Kustomize builds, not what it builds from',
    source: 'sigs.k8s.io/kustomize api/konfig/general.go (RecognizedKustomizationFileNames), api/types/kustomization.go (Kustomization)',
    unusable: false,
  },
  {
    id: 'input-version',
    severity: 'info',
    title: 'the version that is judged for is one whose API server the rules were held against',
    source: 'runs of kube-apiserver v1.28.15 and v1.36.3',
    unusable: false,
  },
];

export function inputRule(id: string): InputRule | undefined {
  return INPUT_RULES.find((rule) => rule.id === id);
}
