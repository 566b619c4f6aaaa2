import { copyFileSync, mkdirSync } from 'fs';
import { join } from 'path';
import { Scenario } from './scenario';
import { NodeGroup } from '../cluster/cluster-state';
import { installPackages } from '../cluster/debian-packages';
import { importImage } from '../cluster/node/ctr';
import { missingPackages, THIS_MACHINE } from '../cluster/requirements';
import { imageArchive } from '../images/archive';
import { Image } from '../images/image';
import { busybox } from '../images/library';

/** Makes the images of scenarios: packages and modules are not reached from within the network of our own cluster. */
export function makeImages(scenarios: readonly Scenario[]): void {
  for (const { images, packages } of scenarios) {
    if (packages) installPackages(missingPackages(THIS_MACHINE, packages));
    for (const image of images?.() ?? []) imageArchive(image);
  }
}

/** Gives a group of nodes the images of a scenario. */
export async function bringImages(archives: readonly string[], { containerds }: NodeGroup): Promise<void> {
  for (const archive of archives) await Promise.all(containerds.map((socket) => importImage(socket, archive)));
}

/** The name of an archive in a folder. */
export function archiveName({ name }: Pick<Image, 'name'>): string {
  return `${name.replace(/[/:]/g, '_')}.tar`;
}

/**
 * Puts archives of all images of scenarios into a folder, for the nodes of a cluster that is not ours.
 *
 * @returns what was written, and what to do with it
 */
export function writeImages(scenarios: readonly Scenario[], folder: string): string {
  makeImages(scenarios);
  mkdirSync(folder, { recursive: true });
  const images = new Map([busybox(), ...scenarios.flatMap((scenario) => scenario.images?.() ?? [])].map((image) => [image.name, image]));
  for (const image of images.values()) copyFileSync(imageArchive(image), join(folder, archiveName(image)));
  return [
    ...[...images.values()].map((image) => `${join(folder, archiveName(image))}  ${image.name}`),
    `On every node: for image in ${folder}/*.tar; do ctr --namespace k8s.io images import $image; done`,
    `With kind: for image in ${folder}/*.tar; do kind load image-archive $image; done`,
  ].join('\n');
}
