/** The text of a page in the encoding that its answer or its head names, else in UTF-8. What an encoding does not know becomes U+FFFD. */
export function decodePage(body: Uint8Array, contentType: string): string {
  const head = new TextDecoder('latin1').decode(body.subarray(0, 2_048));
  const named =
    /charset\s*=\s*["']?([\w-]{2,40})/i.exec(contentType) ??
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,40})/i.exec(head);
  try {
    return new TextDecoder(named?.[1] ?? 'utf-8').decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}
