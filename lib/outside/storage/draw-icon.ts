import sharp from 'sharp';

import { ImageRefused } from './image-refused';
import { MAX_PIXELS } from './images';

/** `ground` is laid under the whole square: always, or only where the picture can be seen through. */
export type IconLook = { side: number; ground?: { colour: string; when: 'always' | 'where-transparent' } };

// Systems cut a maskable icon into their own shapes, of which all have a circle of four fifths of its side in common
// (https://www.w3.org/TR/appmanifest/#icon-masks): a square within that circle.
const safeShare = 0.8 / Math.SQRT2;
// A drawing with a transparent edge would touch the edge of a home screen's tile.
const insetShare = 0.8;

/** A picture that was kept as an icon, as a square PNG of one size. Throws damaged-image for what cannot be drawn. */
export async function drawIcon(picture: Buffer, { side, ground }: IconLook): Promise<Uint8Array> {
  try {
    if (!ground) return await fitted(picture, side).png().toBuffer();
    const seenThrough = !(await sharp(picture, { limitInputPixels: MAX_PIXELS }).stats()).isOpaque;
    const whole = ground.when === 'where-transparent' && !seenThrough;
    const share = whole ? 1 : ground.when === 'always' ? safeShare : insetShare;
    const inner = await fitted(picture, Math.round(side * share))
      .png()
      .toBuffer();
    return await sharp({ create: { width: side, height: side, channels: 3, background: ground.colour } })
      .composite([{ input: inner, gravity: 'centre' }])
      .png()
      .toBuffer();
  } catch {
    throw new ImageRefused('damaged-image');
  }
}

const fitted = (picture: Buffer, side: number) =>
  sharp(picture, { limitInputPixels: MAX_PIXELS })
    .timeout({ seconds: 5 })
    .resize({ width: side, height: side, fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } });
