import { shown, text } from './json';
import { mountsOf } from './mounts';
import { Rule, since } from './rule';

export const mountSubpathRelative: Rule = {
  id: 'mount-subpath-relative',
  severity: 'error',
  title: 'a subPath is relative, has no ".." and no variable',
  source: 'kubernetes v1.36.3 pkg/apis/core/validation/validation.go L3126',
  rejected: since(34),
  set: (set, report) => {
    for (const { mount, path } of set.containers.flatMap(mountsOf)) {
      for (const field of ['subPath', 'subPathExpr']) {
        const value = text(mount[field]) ?? '';
        if (!value.startsWith('/') && !value.split('/').includes('..')) continue;
        report({
          object: set.object,
          path: [...path, field],
          message: `${field} ${shown(value)} leads out of the volume; the pod cannot be created`,
          fix: 'write a path below the root of the volume, without a leading "/" and without ".."',
        });
      }
      if (text(mount.subPath) && text(mount.subPathExpr)) {
        report({
          object: set.object,
          path: [...path, 'subPathExpr'],
          message: `subPath ${shown(mount.subPath)} and subPathExpr ${shown(mount.subPathExpr)} exclude each other; the pod cannot be created`,
          fix: 'keep one of them',
        });
      }
      if (!/\$\([^)]+\)/.test(text(mount.subPath) ?? '')) continue;
      report({
        object: set.object,
        path: [...path, 'subPath'],
        message: `subPath ${shown(mount.subPath)} is taken literally: variables are not expanded here, so every member uses a directory of that very name`,
        fix: `subPathExpr: ${mount.subPath}`,
        rejected: false,
      });
    }
  },
};
