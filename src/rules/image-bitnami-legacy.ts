import { parseImage } from './image';
import { shown, text } from './json';
import type { Rule } from './rule';

const DOCKER_HUB = ['', 'docker.io', 'index.docker.io', 'registry-1.docker.io'];

export const imageBitnamiLegacy: Rule = {
  id: 'image-bitnami-legacy',
  severity: 'warning',
  title: 'no image is a versioned one of docker.io/bitnami or one of docker.io/bitnamilegacy',
  source: 'bitnami/charts#35164: the free versioned images moved to bitnamilegacy, without updates, in August and September 2025',
  set: (set, report) => {
    for (const { container, path } of set.containers) {
      const { registry, repository, tag, digest } = parseImage(text(container.image) ?? '');
      const [owner, ...rest] = repository.split('/');
      if (!DOCKER_HUB.includes(registry) || rest.length === 0) continue;
      const versioned = digest !== '' || (tag !== '' && tag !== 'latest');
      if (owner !== 'bitnamilegacy' && !(owner === 'bitnami' && versioned)) continue;
      report({
        object: set.object,
        path: [...path, 'image'],
        message: `image ${shown(container.image)} is ${owner === 'bitnami' ? 'a versioned image of docker.io/bitnami, which were removed in 2025: '
          + 'a node that does not hold it already fails to pull it' : 'an archived one: it gets no updates, security fixes included'}`,
        fix: 'use the image of the project itself, or a copy in your own registry',
      });
    }
  },
};
