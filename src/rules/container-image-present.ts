import { shown, text } from './json';
import { Rule, since } from './rule';

export const containerImagePresent: Rule = {
  id: 'container-image-present',
  severity: 'error',
  title: 'every container has an image',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go (validateContainerCommon, validateContainersOnlyForPod)',
  rejected: since(34),
  set: (set, report) => {
    for (const { container, path } of set.containers) {
      const image = text(container.image) ?? '';
      if (image !== '' && image === image.trim()) continue;
      report({
        object: set.object,
        path: [...path, 'image'],
        message: `container ${shown(container.name)} has the image ${shown(container.image)}; the pod cannot be created`,
        fix: image.trim() === '' ? 'write the image with its tag' : `image: ${image.trim()}`,
        // Blanks around the name are checked in pods only, not in templates.
        rejected: image === '' ? undefined : false,
      });
    }
  },
};
