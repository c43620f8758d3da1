const mark = /!\[[^\]\n]*\]\(#(?:uploading-)?[0-9a-f]{8}\)\n?/g;

/** Stands in the text for a picture that is on its way. */
export function newMark(label: string): string {
  return `![${label}](#uploading-${crypto.randomUUID().slice(0, 8)})`;
}

/** The words without such marks: a picture that has not arrived by now never will. */
export function withoutMarks(words: string): string {
  return words.replace(mark, '');
}
