import { isQualifiedName } from './label-syntax';
import { parseQuantity } from './quantity';

const STANDARD = ['cpu', 'memory', 'ephemeral-storage'];
const HUGEPAGES = 'hugepages-';

export function isHugepages(name: string): boolean {
  return name.startsWith(HUGEPAGES);
}

/** Whether it is a resource of a device plugin or an operator, such as `nvidia.com/gpu`. */
export function isExtended(name: string): boolean {
  return name.includes('/') && !name.includes('kubernetes.io/');
}

/** Whether a container can ask for more than it is granted: of a device or a page it has what its limit says. */
export function isShareable(name: string): boolean {
  return !isHugepages(name) && !isExtended(name);
}

/** Whether a container can ask for a resource of the name. */
export function isResourceOfContainer(name: string): boolean {
  if (!isQualifiedName(name)) return false;
  if (!name.includes('/')) return STANDARD.includes(name) || isHugepages(name);
  return !isExtended(name) || (!name.startsWith('requests.') && isQualifiedName(`requests.${name}`));
}

/** Whether resources of a whole pod can have the name. */
export function isResourceOfPod(name: string): boolean {
  return name === 'cpu' || name === 'memory' || (isHugepages(name) && isQualifiedName(name));
}

/** What is wrong with an amount of a resource; undefined where it is right, or no amount. */
export function badAmount(name: string, amount: number | undefined): string | undefined {
  if (amount === undefined || amount < 0) return undefined;
  if (isExtended(name)) return Math.ceil(amount * 1000) % 1000 === 0 ? undefined : 'is no whole number';
  if (!isHugepages(name)) return undefined;
  const page = parseQuantity(name.slice(HUGEPAGES.length));
  if (page === undefined || !Number.isInteger(page) || page <= 0) return 'has no size of pages in its name';
  return Math.ceil(amount) % page === 0 ? undefined : 'is no multiple of its page';
}
