const MAX_SLUG = 60;

/**
 * A title as the readable part of an address: lower case, words joined by "-", Chinese and other scripts
 * kept as they are (encode it when building the link), at most 60 characters, never empty ("untitled").
 */
export function slugify(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/([a-z])\p{M}+/giu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-');
  return trimDashes(shorten(trimDashes(words))) || 'untitled';
}

function shorten(words: string): string {
  const characters = [...words];
  if (characters.length <= MAX_SLUG) return words;
  const room = characters.slice(0, MAX_SLUG).join('');
  const lastDash = room.lastIndexOf('-');
  return lastDash > MAX_SLUG / 2 ? room.slice(0, lastDash) : room;
}

function trimDashes(words: string): string {
  return words.replace(/^[-\p{M}]+|-+$/gu, '');
}
