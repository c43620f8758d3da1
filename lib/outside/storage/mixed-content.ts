const MARKUP = /<(?:script|svg|html|iframe|body|!doctype\s+html|\?php)[\s>/=]/i;
const PDF_WITHIN = 1024;
const ZIP_END = Buffer.from('PK\x05\x06', 'latin1');
const ZIP_END_LENGTH = 22;
const ZIP_COMMENT_MAX = 65_535;

/** Whether a file that reads as a picture also reads as a web page, a PDF or a ZIP archive. */
export function isMixedContent(file: Buffer): boolean {
  if (MARKUP.test(file.toString('latin1'))) return true;
  if (file.subarray(0, PDF_WITHIN).includes('%PDF-')) return true;
  return endsAsZip(file);
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
