import { createHash } from 'node:crypto';

import sharp from 'sharp';

import { ImageRefused } from './image-refused';
import { inspectImage, MAX_PIXELS, type ProcessedImage } from './images';

/** No drawing of a brand is longer, in bytes. */
export const MAX_DRAWING_BYTES = 512 * 1024;

// Each copy may hold copies: a few dozen such elements are millions of shapes. Filters work on every pixel. No name space hides them.
const MOST = { use: 30, 'fe[a-z]+': 20 };

/** `contain` leaves the rest of the box transparent, `cover` cuts what stands out. */
export type EmblemBox = { width: number; height: number; fit: 'inside' | 'contain' | 'cover' };

/**
 * A brand's own picture in its box, as a lossless WebP: of any picture that members may bring, or of an SVG, which is drawn here once and not kept, so
 * that nothing in it reaches a reader. Throws what inspectImage throws, and damaged-image for what cannot be drawn.
 */
export async function drawEmblem(file: Buffer, { width, height, fit }: EmblemBox): Promise<ProcessedImage> {
  const drawing = isDrawing(file);
  if (!drawing) await inspectImage(file);
  const source = drawing
    ? sharp(file, { density: await densityFor(file, Math.max(width, height)), limitInputPixels: MAX_PIXELS })
    : sharp(file, { limitInputPixels: MAX_PIXELS, failOn: 'truncated' }).autoOrient();
  try {
    const { data, info } = await source
      .timeout({ seconds: 5 })
      .resize({
        width,
        height,
        fit,
        withoutEnlargement: fit === 'inside' && !drawing,
        background: { r: 0, g: 0, b: 0, alpha: 0 },
      })
      .webp({ lossless: true })
      .toBuffer({ resolveWithObject: true });
    const sha256 = createHash('sha256').update(data).digest('hex');
    return { bytes: data, mime: 'image/webp', width: info.width, height: info.height, sha256 };
  } catch {
    throw new ImageRefused('damaged-image');
  }
}

// An XML document whose first element is <svg>. One with a document type is refused: it may define entities that grow without bound.
function isDrawing(file: Buffer): boolean {
  const head = file.subarray(0, 4_096).toString('utf8');
  if (!/^\uFEFF?\s*(<\?xml[^>]*\?>\s*)?(<!--(?:(?!-->)[^])*-->\s*)*<(!DOCTYPE\s+svg|svg[\s>])/i.test(head))
    return false;
  if (file.length > MAX_DRAWING_BYTES)
    throw new ImageRefused('image-too-large', `more than ${MAX_DRAWING_BYTES} bytes`);
  if (/<!(DOCTYPE|ENTITY)/i.test(file.toString('latin1'))) throw new ImageRefused('mixed-content');
  refuseComplex(file.toString('latin1'));
  return true;
}

// What is left of endless drawings is given up by time, with the process that draws: see the lane of drawings.
function refuseComplex(text: string): void {
  const count = (name: string) => text.match(new RegExp(`<(?:[\\w.-]{1,64}:)?${name}[\\s/>]`, 'gi'))?.length ?? 0;
  for (const [name, most] of Object.entries(MOST))
    if (count(name) > most) throw new ImageRefused('drawing-too-complex');
  // A picture within the drawing may be a drawing again, or be millions of pixels.
  if (count('image') > 0 || count('feImage') > 0) throw new ImageRefused('drawing-with-pictures');
}

// A drawing has no pixels of its own: it is drawn as fine as its box asks for.
async function densityFor(file: Buffer, longest: number): Promise<number> {
  const { width = 0, height = 0 } = await sharp(file, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw new ImageRefused('damaged-image');
    });
  const side = Math.max(width, height);
  if (side < 1) throw new ImageRefused('damaged-image');
  return Math.min(2_400, Math.max(1, Math.ceil((72 * longest) / side)));
}
