import { list, map, text } from './json';
import type { ObjectSet } from './object-set';
import type { FieldPath, Json } from './rule';
import { BOOTSTRAP_ANNOTATION, MEMBERS_ANNOTATION, QUORUM, REPLICAS_ANNOTATION } from '../identity/labels';
import { claimName, podName } from '../identity/names';

/** A container of a pod template with the path it stands at. */
export interface ContainerView {
  readonly container: Json;
  readonly path: FieldPath;
  /** True for init containers, sidecars included. */
  readonly init: boolean;
  /** True for an init container that keeps running beside the main ones. */
  readonly sidecar: boolean;
}

interface Related {
  readonly service: Json | undefined;
  readonly services: readonly Json[];
  readonly budgets: readonly Json[];
  readonly autoscaler: Json | undefined;
}

const POD: FieldPath = ['spec', 'template', 'spec'];

/** A StatefulSet as rules read it: never throws, whatever the manifest holds. */
export class SetView {
  readonly spec: Json;
  readonly pod: Json;
  readonly name: string;
  readonly namespace: string;
  readonly serviceName: string | undefined;
  /** The selector as written; undefined when the field is missing or not an object. */
  readonly selector: Json | undefined;
  readonly templateLabels: Record<string, unknown>;
  /** Main containers first, then init containers. */
  readonly containers: readonly ContainerView[];
  readonly volumes: readonly Json[];
  /** `volumeClaimTemplates`. */
  readonly claims: readonly Json[];
  /** Whether `spec.replicas` is written. */
  readonly replicasWritten: boolean;
  readonly start: number;
  private found?: Related;

  constructor(readonly object: Json, readonly all: ObjectSet) {
    this.spec = map(object.spec);
    const template = map(this.spec.template);
    this.pod = map(template.spec);
    this.name = text(object.metadata?.name) ?? '';
    this.namespace = text(object.metadata?.namespace) ?? '';
    this.serviceName = text(this.spec.serviceName) || undefined;
    this.selector = this.spec.selector && typeof this.spec.selector === 'object' ? this.spec.selector : undefined;
    this.templateLabels = map(template.metadata?.labels);
    const init = list(this.pod.initContainers).map((container, i) => ({
      container: map(container), path: [...POD, 'initContainers', i], init: true, sidecar: container?.restartPolicy === 'Always',
    }));
    const main = list(this.pod.containers).map((container, i) => ({
      container: map(container), path: [...POD, 'containers', i], init: false, sidecar: false,
    }));
    this.containers = [...main, ...init];
    this.volumes = list(this.pod.volumes).map(map);
    this.claims = list(this.spec.volumeClaimTemplates).map(map);
    this.replicasWritten = this.spec.replicas !== undefined && this.spec.replicas !== null;
    this.start = Number.isInteger(this.spec.ordinals?.start) ? this.spec.ordinals.start : 0;
  }

  /** Replicas of the manifest; the API's default is 1. An HPA in the rendering raises it to its minimum. */
  get replicas(): number {
    if (Number.isInteger(this.spec.replicas)) return this.spec.replicas;
    const min = this.autoscaler ? (this.autoscaler.spec?.minReplicas ?? 1) : this.range?.[0] ?? 1;
    return Number.isInteger(min) ? min : 1;
  }

  /** Declared: the fewest and the most replicas of a set that is autoscaled, also by something outside the rendering. */
  get range(): readonly [number, number] | undefined {
    const match = /^([0-9]{1,9})-([0-9]{1,9})$/.exec(String(this.annotations[REPLICAS_ANNOTATION]));
    return match ? [Number(match[1]), Number(match[2])] : undefined;
  }

  /** The highest ordinal, or below `start` when there are no pods. */
  get last(): number {
    return this.start + this.replicas - 1;
  }

  get podName(): (ordinal: number) => string {
    return (ordinal) => podName(this.name, ordinal);
  }

  get claimName(): (claim: string, ordinal: number) => string {
    return (claim, ordinal) => claimName(claim, this.name, ordinal);
  }

  /** The Service that `serviceName` names, in the same namespace; undefined when it is not in the rendering. */
  get service(): Json | undefined {
    return this.related.service;
  }

  /** Every Service of the namespace whose selector matches the template's labels. */
  get services(): readonly Json[] {
    return this.related.services;
  }

  /** Every PodDisruptionBudget of the namespace that matches the template's labels. */
  get budgets(): readonly Json[] {
    return this.related.budgets;
  }

  /** The HorizontalPodAutoscaler that targets this set. */
  get autoscaler(): Json | undefined {
    return this.related.autoscaler;
  }

  /** Declared: a majority of the members must stay. */
  get quorum(): boolean {
    return this.annotations[MEMBERS_ANNOTATION] === QUORUM;
  }

  /** Declared: members look each other up before they are ready. */
  get bootstrapTogether(): boolean {
    return this.annotations[BOOTSTRAP_ANNOTATION] !== undefined;
  }

  get parallel(): boolean {
    return this.spec.podManagementPolicy === 'Parallel';
  }

  get annotations(): Record<string, unknown> {
    return map(this.object.metadata?.annotations);
  }

  /** The objects around the set, looked up once: many rules ask. */
  private get related(): Related {
    return this.found ??= {
      service: this.serviceName === undefined ? undefined : this.all.find('Service', this.namespace, this.serviceName),
      services: this.all.servicesSelecting(this.namespace, this.templateLabels),
      budgets: this.all.budgetsSelecting(this.namespace, this.templateLabels),
      autoscaler: this.all.autoscalerOf('StatefulSet', this.namespace, this.name),
    };
  }

  /** Path of a field of the pod spec. */
  podPath(...rest: Array<string | number>): FieldPath {
    return [...POD, ...rest];
  }

  /** Name of a claim template as written; empty when missing. */
  claimNameAt(index: number): string {
    return text(this.claims[index]?.metadata?.name) ?? '';
  }
}
