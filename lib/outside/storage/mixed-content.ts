const MARKUP = /<(?:script|svg|html|iframe|body|!doctype\s+html|\?php)[\s>/=]/i;
const PDF_WITHIN = 1024;
const ZIP_END = Buffer.from('PK\x05\x06', 'latin1');
const ZIP_END_LENGTH = 22;
const ZIP_COMMENT_MAX = 65_535;

/** Whether a file that reads as a picture also reads as a web page, a PDF or a ZIP archive. */
export function isMixedContent(file: Buffer, format?: string): boolean {
  const parts = format === 'jpeg' ? besidePhoto(file) : [file];
  if (parts.some((part) => MARKUP.test(part.toString('latin1')))) return true;
  if (file.subarray(0, PDF_WITHIN).includes('%PDF-')) return true;
  return endsAsZip(file);
}

const SCAN = 0xda;
const END = Buffer.from([0xff, 0xd9]);

/**
 * What of a JPEG is neither the photo itself nor data of applications (APP0 to APP15: camera, caption, colours), in which
 * a photographer may write of `<html>`: its comments, other segments, and what stands behind its end.
 */
function besidePhoto(file: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let at = 2;
  while (at + 4 <= file.length && file[at] === 0xff && file[at + 1] !== SCAN) {
    const marker = file[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + file.readUInt16BE(at + 2);
    if (marker < 0xe0 || marker > 0xef) parts.push(file.subarray(at, end));
    at = end;
  }
  // The first end after the scans begin: inside them no such bytes can stand.
  const end = file[at] === 0xff ? file.indexOf(END, at) : at;
  return [...parts, end < 0 ? file.subarray(file.length) : file.subarray(end)];
}

/** An archive is found from its end: a record whose stated comment reaches exactly to the last byte. */
function endsAsZip(file: Buffer): boolean {
  const tail = file.subarray(Math.max(0, file.length - ZIP_END_LENGTH - ZIP_COMMENT_MAX));
  let at = tail.lastIndexOf(ZIP_END);
  while (at !== -1) {
    const whole = at + ZIP_END_LENGTH <= tail.length;
    if (whole && at + ZIP_END_LENGTH + tail.readUInt16LE(at + 20) === tail.length) return true;
    at = at === 0 ? -1 : tail.lastIndexOf(ZIP_END, at - 1);
  }
  return false;
}
