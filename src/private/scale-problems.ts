import { Duration } from 'cdk8s';
import { MAX_ORDINAL, partitionOffset } from '../identity/ordinals';
import { Members } from '../members';
import type { ReplicaRange, StatefulWorkloadProps } from '../stateful-workload-props';
import { Problem } from './problem';

/** Numbers of a declaration that do not fit each other, or that no manifest can hold. */
export function scaleProblems(props: StatefulWorkloadProps, members: Members): Problem[] {
  return [...rangeProblems(props), ...bootstrapProblems(props, members), ...updateProblems(props), ...durationProblems(props)];
}

/** The fewest pods that a declaration asks for. */
export function fewestReplicas({ autoscale, replicas }: StatefulWorkloadProps): number {
  return autoscale?.min ?? replicas ?? 1;
}

/** A duration in whole seconds, rounded up, to go on with; `durationProblems` reports the difference. */
export function wholeSeconds(duration: Duration | undefined): Duration | undefined {
  return duration && Duration.seconds(Math.ceil(duration.toSeconds({ integral: false })));
}

function whole(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least;
}

function isRange({ min, max }: ReplicaRange): boolean {
  return whole(min, 1) && whole(max, min) && max <= MAX_ORDINAL;
}

function rangeProblems({ autoscale, replicas }: StatefulWorkloadProps): Problem[] {
  const found: Problem[] = [];
  if (autoscale && replicas !== undefined) {
    found.push({
      ruleId: 'replicas-or-autoscale',
      field: 'replicas',
      message: 'replicas and autoscale are both given: the rendering would fight the autoscaler',
      fix: 'leave out replicas',
    });
  }
  if (autoscale && !isRange(autoscale)) {
    found.push({
      ruleId: 'replicas-or-autoscale',
      field: 'autoscale',
      message: `{ min: ${autoscale.min}, max: ${autoscale.max} } is no range of whole numbers: no autoscaler can hold it`,
      fix: 'write min from 1 on, and max from min on',
    });
  }
  return found;
}

function bootstrapProblems(props: StatefulWorkloadProps, { bootstrapSize }: Members): Problem[] {
  const replicas = fewestReplicas(props);
  // A number of replicas that is none is told by its own rule.
  if (bootstrapSize === undefined || !whole(replicas, 0) || (whole(bootstrapSize, 1) && bootstrapSize <= replicas)) return [];
  return [{
    ruleId: 'bootstrap-size',
    field: 'members.bootstrapSize',
    message: `${bootstrapSize} of ${replicas} replicas: the list would name members that do not exist, or none`,
    fix: `write how many members there were at the first start, 1 to ${replicas}`,
  }];
}

/** An ordinal outside the set, which the manifest shows as an offset. */
function updateProblems(props: StatefulWorkloadProps): Problem[] {
  const from = props.updatePolicy?._model.fromOrdinal;
  const start = props.ordinalsStart ?? 0;
  const most = props.autoscale?.max ?? props.replicas ?? 1;
  if (from === undefined || !Number.isInteger(from) || !whole(start, 0) || !whole(most, 1)) return [];
  const last = start + most - 1;
  if (from < start) {
    return [{
      ruleId: 'update-strategy-valid',
      field: 'updatePolicy.fromOrdinal',
      message: `fromOrdinal is ${from} and the lowest ordinal is ${start}: as partition it would be ${partitionOffset(from, start)}, and the API server refuses the set`,
      fix: `write an ordinal from ${start} to ${last}, or leave it out to update every pod`,
    }];
  }
  if (from > last) {
    return [{
      ruleId: 'partition-below-replicas',
      severity: 'warning',
      acknowledgeable: true,
      field: 'updatePolicy.fromOrdinal',
      message: `fromOrdinal is ${from} and the highest ordinal is ${last}: no pod is ever updated, and a deleted pod comes back on the old revision`,
      fix: `write an ordinal from ${start} to ${last}, or acknowledge that updates are held back`,
    }];
  }
  return [];
}

function durationProblems({ minReady, terminationGracePeriod }: StatefulWorkloadProps): Problem[] {
  const fields: ReadonlyArray<readonly [prop: string, field: string, value: Duration | undefined]> = [
    ['minReady', 'minReadySeconds', minReady], ['terminationGracePeriod', 'terminationGracePeriodSeconds', terminationGracePeriod],
  ];
  return fields.filter(([, , value]) => value !== undefined && !Number.isInteger(value.toSeconds({ integral: false }))).map(([prop, field, value]) => ({
    field: prop,
    message: `${value!.toSeconds({ integral: false })} seconds: ${field} counts whole seconds, and the API server cannot read anything else`,
    fix: `write Duration.seconds(${wholeSeconds(value)!.toSeconds()})`,
  }));
}
