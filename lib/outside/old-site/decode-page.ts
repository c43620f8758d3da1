/**
 * The text of a page, as browsers find its encoding (https://html.spec.whatwg.org/#determining-the-character-encoding): by its first
 * bytes, else by the one that its answer names, else by the one in its head, else in UTF-8. A name that nobody knows is passed over; what
 * an encoding does not know becomes U+FFFD.
 */
export function decodePage(body: Uint8Array, charset: string): string {
  const decoder = markedDecoder(body) ?? decoderOf(charset) ?? decoderOf(inHead(body)) ?? new TextDecoder();
  const text = decoder.decode(body);
  return decoder.encoding === 'windows-1252' ? text.replace(/[\u0080-\u009F]/g, western) : text;
}

// Node 20 reads windows-1252 as ISO 8859-1, which has control characters where the other has these.
const signs = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
const western = (control: string) => signs[control.charCodeAt(0) - 0x80]!;

function markedDecoder([first, second, third]: Uint8Array): TextDecoder | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder();
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be');
  return first === 0xff && second === 0xfe ? new TextDecoder('utf-16le') : null;
}

// A head that could be read to say so is not in UTF-16, whatever it says.
function inHead(body: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(body.subarray(0, 2_048));
  const named = /<meta[^>]{0,200}charset\s{0,20}=\s{0,20}["']?([\w.:+-]{1,40})/i.exec(head)?.[1] ?? '';
  return /^utf-?16/i.test(named) ? 'utf-8' : named;
}

function decoderOf(name: string): TextDecoder | null {
  if (!name) return null;
  try {
    return new TextDecoder(name);
  } catch {
    return null;
  }
}
