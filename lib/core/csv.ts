/** What opens a formula in a spreadsheet when a cell begins with it. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
/** The same behind what a spreadsheet may take for the end of a cell: where `;` or a tab parts columns, quotes within a cell keep nothing together. The sign is looked for first: what is blank before it is gone through once. */
const later = /[=+\-@＝＋－＠](?<=[;；\t\r\n]["\s]*.)/g;

/**
 * One line of a CSV file as RFC 4180 has it. A text that a spreadsheet would run as a formula gets an apostrophe before it: what
 * members type into their name or address is among these cells.
 */
export function csvLine(cells: readonly (string | number | null | undefined)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: string | number | null | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = (formula.test(cell) ? `'${cell}` : cell).replace(later, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Spreadsheets take a file for UTF-8 when it begins with this. */
export const csvBegin = '\uFEFF';

/** What a cell of a file said before `csvLine` put an apostrophe in front of it. */
export const cellAsTyped = (cell: string): string => cell.replace(/^'(?=[=+\-@])/, '');
