import { createHash } from 'node:crypto';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { fitMoving, fitStill } from './fit';
import { ImageRefused } from './image-refused';
import { MAX_IMAGE_BYTES } from './limits';
import { isMixedContent } from './mixed-content';
import { sniffFormat } from './sniff';

/** All frames together. */
export const MAX_PIXELS = 52_000_000;
/** Photos of phones. Such a JPEG is read line by line and at a part of its size; a progressive one lies in memory whole. */
export const MAX_PHOTO_PIXELS = 210_000_000;
export const MAX_FRAMES = 200;

export type ImageFacts = { mime: string; width: number; height: number; frames: number };
export type ProcessedImage = { bytes: Buffer; mime: 'image/webp'; width: number; height: number; sha256: string };

const SECONDS = 20;
// The queue decides how many are decoded at once; libvips would take every core for each, and keep what it decoded.
sharp.concurrency(1);
sharp.cache(false);
const MIMES = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', gif: 'image/gif', heif: 'image/avif' };

/**
 * What a file really is, by its bytes alone: media type, and width and height in pixels as shown. Reads the
 * header only. Throws ImageRefused: image-too-large (over 32 MB), not-an-image (SVG too), mixed-content
 * (also a page, script or archive), too-many-pixels (over 52 million in all frames, 210 in a photo), too-many-frames.
 */
export async function inspectImage(file: Buffer): Promise<ImageFacts> {
  if (file.length > MAX_IMAGE_BYTES) throw new ImageRefused('image-too-large', `more than ${MAX_IMAGE_BYTES} bytes`);
  const format = sniffFormat(file);
  if (!format) throw new ImageRefused('not-an-image');
  const found = await readHeader(file);
  if (found.format !== format || !found.width || !found.height) throw new ImageRefused('not-an-image');
  if (isMixedContent(file, format)) throw new ImageRefused('mixed-content');
  const frames = found.pages ?? 1;
  if (frames > MAX_FRAMES) throw new ImageRefused('too-many-frames', `${frames} frames`);
  const height = found.pageHeight ?? found.height;
  const photo = format === 'jpeg' && !found.isProgressive;
  if (found.width * height * frames > (photo ? MAX_PHOTO_PIXELS : MAX_PIXELS))
    throw new ImageRefused('too-many-pixels');
  return { mime: MIMES[format], frames, ...upright(found.width, height, found.orientation) };
}

/**
 * The picture as we keep it: upright, the longer side at most `max` pixels (long screenshots: see fitStill), WebP,
 * moving if it moved and `still` is not asked for, without camera data or place; named by the SHA-256 (hex) of its bytes. Throws what inspectImage throws, and
 * damaged-image for a file that is cut off or cannot be decoded.
 */
export async function processImage(
  file: Buffer,
  { max, still = false }: { max: number; still?: boolean },
): Promise<ProcessedImage> {
  const facts = await inspectImage(file);
  const moves = facts.frames > 1 && !still;
  const { width, height } = moves ? fitMoving(facts, facts.frames, max) : fitStill(facts, max);
  const data = await convert(
    sharp(file, { limitInputPixels: MAX_PHOTO_PIXELS, failOn: 'truncated', animated: moves }),
    { width, height, moves },
  );
  const sha256 = createHash('sha256').update(data).digest('hex');
  return { bytes: data, mime: 'image/webp', width, height, sha256 };
}

async function readHeader(file: Buffer): Promise<Metadata> {
  try {
    // Our own limit above also counts frames; sharp's would call a bomb unreadable.
    return await sharp(file, { limitInputPixels: false }).metadata();
  } catch {
    throw new ImageRefused('not-an-image');
  }
}

async function convert(
  picture: Sharp,
  { width, height, moves }: { width: number; height: number; moves: boolean },
): Promise<Buffer> {
  try {
    return await picture
      .timeout({ seconds: SECONDS })
      .autoOrient()
      .resize({ width, height, fit: 'fill' })
      .webp({ quality: 82, ...(moves && { effort: 0 }) })
      .toBuffer();
  } catch {
    throw new ImageRefused('damaged-image');
  }
}

/** Cameras turn a picture by a note beside it; 5 to 8 lay it on its side. */
function upright(width: number, height: number, orientation = 1) {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}
