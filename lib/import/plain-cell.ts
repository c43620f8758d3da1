const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const ENTITY = /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi;

/** A cell of plain words in which some tool left HTML's own spelling of characters, such as `&amp;`. */
export function plainCell(cell: string): string {
  return cell.includes('&') ? cell.replace(ENTITY, decoded).trim() : cell;
}

function decoded(
  entity: string,
  name: string | undefined,
  decimal: string | undefined,
  hex: string | undefined,
): string {
  if (name) return NAMED[name.toLowerCase()] ?? entity;
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
  const allowed = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return allowed ? String.fromCodePoint(code) : entity;
}

const ROUNDED = /^\d(?:[.,]\d+)?E\+\d+$/i;

/** Whether a spreadsheet has put a rounded number, such as 4.00638E+12, in the place of a long one. */
export function isRounded(cell: string): boolean {
  return ROUNDED.test(cell);
}
