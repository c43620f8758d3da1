import { createHash } from 'node:crypto';

import type { Brand } from '@/lib/core/brand';

import { drawnIconNames, drawnIcons, type DrawnIcon } from './choices/icon-sizes';
import { brandPaths } from './paths';

type Drawn = Pick<Brand, 'icon' | 'colour'>;

// Counted up when icons are drawn in another way, so that browsers ask again.
const way = 1;

/**
 * Where an icon of the brand is: its name is made of all that it is drawn from, so that a browser keeps it for good and a changed one has
 * another address.
 */
export const iconAddress = (brand: Drawn, icon: DrawnIcon): string => brandPaths.brandIcon(nameOf(brand, icon));

/** The icon whose name this is for the brand as it stands, or the one of its kind where the name is of another version; null for any other name. */
export function readIconName(brand: Drawn, name: string): { icon: DrawnIcon; current: boolean } | null {
  const kind = /^([a-z]+-\d+)-[0-9a-f]{16}\.png$/.exec(name)?.[1];
  const icon = drawnIconNames.find((each) => each === kind);
  return icon ? { icon, current: nameOf(brand, icon) === name } : null;
}

function nameOf({ icon: path, colour }: Drawn, icon: DrawnIcon): string {
  const ground = 'ground' in drawnIcons[icon] ? colour.paper.light : '';
  const digest = createHash('sha256').update([way, path, ground].join('\n')).digest('hex').slice(0, 16);
  return `${icon}-${digest}.png`;
}
