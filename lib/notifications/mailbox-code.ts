/** The six digits that stand alone on a line of a mail's text, if it carries any. */
export function codeIn(text: string): string | null {
  return text.match(/^(\d{6})$/m)?.[1] ?? null;
}
