/**
 * A longer text as it is kept, counted and compared: line breaks as one character (a form sends two), nothing after
 * its end and no empty lines before its beginning. The spaces of its first line stay: they make code of it.
 */
export function bodyText(text: unknown): unknown {
  if (typeof text !== 'string') return text;
  return text.replace(/\r\n?/g, '\n').replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
}
