const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

/**
 * The picture format whose signature the bytes begin with, or null. libvips opens far more than pictures
 * of this list (SVG, PDF, TIFF); what has no signature here never reaches it.
 */
export function sniffFormat(file: Buffer): 'jpeg' | 'png' | 'webp' | 'gif' | 'heif' | null {
  if (file.subarray(0, 3).equals(JPEG)) return 'jpeg';
  if (file.subarray(0, 8).equals(PNG)) return 'png';
  if (/^GIF8[79]a/.test(latin(file, 0, 6))) return 'gif';
  if (latin(file, 0, 4) === 'RIFF' && latin(file, 8, 12) === 'WEBP') return 'webp';
  if (/^ftypavi[fs]$/.test(latin(file, 4, 12))) return 'heif';
  return null;
}

function latin(file: Buffer, from: number, to: number): string {
  return file.toString('latin1', from, to);
}
