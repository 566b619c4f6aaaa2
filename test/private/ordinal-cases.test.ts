import { StatefulWorkloadProps } from '../../src';
import { db } from '../support';

const messages = (options: object, props: StatefulWorkloadProps = {}) => {
  const { workload } = db(props);
  workload.byOrdinal(options);
  return workload.findings.filter((f) => f.severity === 'error').map((f) => `${f.path}: ${f.message}`);
};

test('fails a choice without any command', () => {
  expect(messages({})).toEqual(['byOrdinal: no command is given for ordinal 0, 1, 2: the container would exit at each start']);
});

test('fails ordinals that are left without a command', () => {
  expect(messages({ first: ['a'] }, { ordinalsStart: 5 })).toEqual(['byOrdinal: no command is given for ordinal 6, 7: the container would exit at each start']);
  expect(messages({ first: ['a'] }, { replicas: 9 })).toEqual(['byOrdinal: no command is given for ordinal 1, 2, 3, …: the container would exit at each start']);
});

test('fails a second command for one ordinal', () => {
  expect(messages({ first: ['a'], ordinals: { 0: ['b'] }, others: ['c'] })).toEqual(['byOrdinal: an ordinal has two commands: the second one would never run']);
  expect(messages({ ordinals: { '1': ['a'], '01': ['b'] }, others: ['c'] })).toEqual(['byOrdinal: an ordinal has two commands: the second one would never run']);
});

test('every ordinal may have a command of its own, and then there are no others', () => {
  expect(messages({ first: ['a'], ordinals: { 1: ['b'], 2: ['c'] } })).toEqual([]);
  expect(messages({ others: ['a'] })).toEqual([]);
});
