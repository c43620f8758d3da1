const CARRIAGE_RETURNS = /\r\n?/g;
const CONTROLS = /(?![\t\n])[\p{Cc}\uFEFF\uFFFE\uFFFF]/gu;
const DIRECTION_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;
const LONE_SURROGATES = /\p{Cs}/gu;
const STACKED_MARKS = /(\p{M}{6})\p{M}+/gu;

/**
 * The text without what only serves to deceive or to break a line: control characters, direction
 * overrides, halves of characters, and more than six marks stacked on one letter. Refuses nothing.
 */
export function cleanText(text: string): string {
  return text
    .replace(CARRIAGE_RETURNS, '\n')
    .replace(CONTROLS, '')
    .replace(DIRECTION_CONTROLS, '')
    .replace(LONE_SURROGATES, '\uFFFD')
    .replace(STACKED_MARKS, '$1');
}
