import { type UnknownField, unknownFields } from './fields/known-fields';
import { formatPath } from './json';
import type { Json, Rule } from './rule';

/** Fields that have a rule of their own, whatever the version. */
const OWN_RULE = new Set(['spec.template.spec.hostnameOverride']);

export const unknownField: Rule = {
  id: 'unknown-field',
  severity: 'warning',
  title: 'every field is one that the API server knows',
  source: '/openapi/v3 of kube-apiserver v1.28.15 and v1.36.3; kubernetes v1.28.15 staging/src/k8s.io/apiserver/pkg/endpoints/handlers/create.go (fieldValidation)',
  all: (all, report, { minor }) => {
    for (const object of all.objects) {
      for (const field of unknownFields(object, minor)) {
        if (!OWN_RULE.has(formatPath(field.path))) report({ object, path: field.path, ...words(object, field, minor) });
      }
    }
  },
};

function words(object: Json, { path, since, until, meant }: UnknownField, minor: number): { message: string; fix: string } {
  const field = formatPath(path.slice(-1));
  const outcome = `the API server drops it and warns; kubectl and server-side apply are refused the ${object.kind}`;
  if (since !== undefined) return { message: `${field} arrives with Kubernetes 1.${since}: in 1.${minor} ${outcome}`, fix: `take it out, or target Kubernetes 1.${since} or later` };
  if (until !== undefined) return { message: `${field} is gone since Kubernetes 1.${until}: ${outcome}`, fix: 'take it out' };
  const holder = path.length === 1 ? `a ${object.kind}` : formatPath(path.slice(0, -1));
  const place = meant && (isBeside(meant, path) ? formatPath(meant.slice(-1)) : formatPath(meant));
  return { message: `${field} is no field of ${holder}: ${outcome}`, fix: place === undefined ? 'take it out' : `did you mean ${place}? Otherwise take it out` };
}

function isBeside(a: UnknownField['path'], b: UnknownField['path']): boolean {
  return a.length === b.length && a.slice(0, -1).every((key, i) => key === b[i]);
}
