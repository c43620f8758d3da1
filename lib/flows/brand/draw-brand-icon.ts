import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';

import { drawnIcons, type DrawnIcon } from '@/lib/brand/choices/icon-sizes';
import { iconAddress, readIconName } from '@/lib/brand/icon-address';
import { bounded } from '@/lib/core/bounded';
import type { Brand } from '@/lib/core/brand';
import { hour } from '@/lib/core/time';
import { runSlow } from '@/lib/outside/slow';
import { openStorage } from '@/lib/outside/storage/open-storage';

type Drawn = Pick<Brand, 'icon' | 'colour'>;
type Answer = { png: Uint8Array } | { elsewhere: string };

// Those of the brand as it stands, and of the version before it. The largest has 512 by 512 pixels of four bytes.
const mostBytes = 1024 * 1024;
const kept = bounded<Promise<Uint8Array | null>>({
  name: 'brand icons',
  holds: 'The brand’s icon as it was drawn in the sizes of home screens, by their addresses.',
  count: 8,
  bytes: 9 * mostBytes,
  ttl: hour,
  sizeOf: () => mostBytes,
});

/**
 * The brand's icon in the size that a name asks for: drawn once and kept, however many ask. A name of another version leads to the one that
 * stands; null for any other name, and where the picture is gone.
 */
export async function getBrandIcon(brand: Drawn, name: string): Promise<Answer | null> {
  const asked = readIconName(brand, name);
  if (!asked) return null;
  if (!asked.current) return { elsewhere: iconAddress(brand, asked.icon) };
  const drawn = kept.get(name) ?? draw(brand, asked.icon);
  kept.set(name, drawn);
  const png = await drawn.catch((error: unknown) => {
    kept.delete(name);
    throw error;
  });
  if (!png) kept.delete(name);
  return png && { png };
}

async function draw({ icon: address, colour }: Drawn, icon: DrawnIcon): Promise<Uint8Array | null> {
  const picture = await pictureAt(address);
  if (!picture) return null;
  const look = drawnIcons[icon];
  const ground = 'ground' in look ? { colour: colour.paper.light, when: look.ground } : undefined;
  return runSlow('icon', { picture, side: look.side, ground }, { first: true });
}

// An uploaded one lies in storage, the program's own among its files; the schema of the brand knows no other address.
async function pictureAt(address: string): Promise<Buffer | null> {
  const [, folder, name = ''] = address.split('/');
  if (folder === 'brand') return readFile(path.join('public', 'brand', name)).catch(() => null);
  const file = await openStorage().get(name);
  return file && buffer(file);
}
