import type { InputProblem } from './input-problem';
import type { Json } from '../rules/rule';

const ACTION = /\{\{|\{%/;

/** The problem of a text that a template engine has yet to render; undefined where no action stands in it. */
export function templateProblem(text: string): InputProblem | undefined {
  const found = ACTION.exec(text);
  return found === null ? undefined : {
    id: 'yaml-template',
    offset: found.index,
    message: 'this is a template, not the YAML that is applied: its names and numbers are not known yet',
    fix: 'render it first: helm template RELEASE CHART | cdk8s-stateful check -',
  };
}

/** Whether what names an object is still to be filled in; elsewhere braces may well be text of an application. */
export function isTemplated(object: Json): boolean {
  const { apiVersion, kind, metadata } = object;
  return [apiVersion, kind, metadata?.name, metadata?.namespace].some((value) => typeof value === 'string' && ACTION.test(value));
}
