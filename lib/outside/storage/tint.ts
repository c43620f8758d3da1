import sharp from 'sharp';

import { isColourful } from '../old-site/colours';

const side = 32;
// Colours that differ by less are one.
const step = 32;

/** The colour that most of a picture has, as `#rrggbb`; null where it has none but white, black and greys, or cannot be read. */
export async function tintOf(picture: Uint8Array): Promise<string | null> {
  const pixels = await sharp(picture)
    .resize(side, side, { fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer()
    .catch(() => Buffer.alloc(0));
  const groups = new Map<string, { count: number; sum: [number, number, number] }>();
  for (let at = 0; at < pixels.length; at += 4) {
    const [red, green, blue, alpha] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!, pixels[at + 3]!];
    if (alpha < 128 || !isColourful([red, green, blue])) continue;
    const key = [red, green, blue].map((each) => Math.floor(each / step)).join();
    const group = groups.get(key) ?? { count: 0, sum: [0, 0, 0] };
    groups.set(key, { count: group.count + 1, sum: [group.sum[0] + red, group.sum[1] + green, group.sum[2] + blue] });
  }
  const [most] = [...groups.values()].toSorted((a, b) => b.count - a.count);
  return most
    ? `#${most.sum
        .map((sum) =>
          Math.round(sum / most.count)
            .toString(16)
            .padStart(2, '0'),
        )
        .join('')}`
    : null;
}
