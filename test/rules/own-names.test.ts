import { sound } from './harness';
import { ObjectSet } from '../../src/rules/object-set';
import { ownNames } from '../../src/rules/own-names';

const field = (name: string, fieldPath: string) => ({ name, valueFrom: { fieldRef: { fieldPath } } });

/** The addresses in one argument, with these variables. */
function names(literal: string, env: unknown[] = [field('POD_NAME', 'metadata.name')]) {
  const { objects, container } = sound();
  Object.assign(container, { env, args: [literal] });
  return ownNames(new ObjectSet(objects).sets[0]);
}
const read = (literal: string, env?: unknown[]) => names(literal, env).map(({ name, service, rest, host }) => [name, service, rest.join('.'), host]);

test('the name of the pod is known by any variable from metadata.name, and by what a shell calls its host', () => {
  expect(read('http://$(ME).web:80', [field('ME', 'metadata.name')])).toEqual([['$(ME).web', 'web', '', true]]);
  for (const spelled of ['$(POD_NAME)', '${POD_NAME}', '$POD_NAME', '$HOSTNAME', '${HOSTNAME}', '$(hostname)', '$(hostname -s)', '`hostname`']) {
    expect(read(`${spelled}.web.prod.svc`)).toEqual([[`${spelled}.web.prod.svc`, 'web', 'prod.svc', false]]);
  }
});

test('variables with a value, and that of the namespace, are put in; values may hold others', () => {
  const env = [field('POD_NAME', 'metadata.name'), field('NS', 'metadata.namespace'), { name: 'SERVICE', value: 'clients' }, { name: 'HOST', value: '$(POD_NAME).$(SERVICE)' }];
  expect(read('$(POD_NAME).$(SERVICE).$(NS).svc', env).slice(-1)).toEqual([['$(POD_NAME).clients.prod.svc', 'clients', 'prod.svc', false]]);
  expect(names('none', env)).toMatchObject([{ name: '$(POD_NAME).clients', path: ['spec', 'template', 'spec', 'containers', 0, 'env', 3, 'value'] }]);
});

test('what is unknown, escaped, set by the script itself, or part of another word is no such address', () => {
  for (const literal of [
    '$(POD).web', '$$(POD_NAME).web', '$(HOSTNAME).web', 'a-$(POD_NAME).web', '$(POD_NAME).$(SERVICE).svc', '$(POD_NAME).web.$(ZONE).svc', '$(POD_NAME)-web', '$POD_NAMES.web', '$(POD_NAME).WEB',
    'POD_NAME=x-1; echo ${POD_NAME}.web', 'for HOSTNAME in a b; do ping $HOSTNAME.web; done', 'read -r HOSTNAME; ping $HOSTNAME.web', '$(POD_NAME)',
  ]) expect([literal, read(literal)]).toEqual([literal, []]);
});

test('values that hold each other end', () => {
  expect(read('$(A)', [{ name: 'A', value: '$(B).web' }, { name: 'B', value: '$(A).web' }])).toEqual([]);
});
