const encoder = new TextEncoder();

/** SHA-256 of a text in hexadecimal, by WebCrypto, so that browsers and Node reckon alike. */
export async function fingerprint(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
