import { sound } from './harness';
import { isDeclared } from '../../src/rules/declared';
import { ObjectSet } from '../../src/rules/object-set';
import { db, rendered } from '../support';

const declared = (objects: any[]) => isDeclared(new ObjectSet(objects).sets[0]);

test('a set that a construct declared is known by its label, YAML from elsewhere is not', () => {
  expect(declared(Object.values(rendered(db().chart)))).toBe(true);
  expect(declared(sound().objects)).toBe(false);
});

test('labels that are junk tell nothing', () => {
  const { set, objects } = sound();
  set.metadata.labels = 'cdk8s';
  expect(declared(objects)).toBe(false);
});
