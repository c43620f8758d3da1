import { importFileKinds, type ImportFileKind } from '@/lib/imports/choices';

import { readHeader } from './shopify-columns';

export { importFileKinds as sheetKinds };
export type SheetKind = ImportFileKind;

/** Each export by columns that it has and the others have not. */
const signs: [SheetKind, (has: (...names: string[]) => boolean, any: (...names: string[]) => boolean) => boolean][] = [
  ['redirects', (has) => has('redirectfrom', 'redirectto')],
  ['redirects', (has) => has('path', 'target')],
  ['orders', (has) => has('name', 'lineitemname', 'lineitemquantity')],
  ['customers', (has, any) => has('email') && any('firstname', 'lastname')],
  ['discounts', (has, any) => has('value', 'valuetype') && any('name', 'code', 'title')],
];
const ofContent: typeof signs = [
  ['collections', (has, any) => any('sortorder', 'mustmatch', 'product:handle', 'rule:productcolumn')],
  ['pages', (_, any) => any('bodyhtml', 'body(html)', 'body')],
];

/** Which export a file is, by the names in its first row; null for none that is known. */
export function recogniseSheet(header: readonly string[], names: readonly string[]): SheetKind | null {
  const has = (...wanted: string[]) => wanted.every((name) => names.includes(name));
  const any = (...wanted: string[]) => wanted.some((name) => names.includes(name));
  const found = (list: typeof signs) => list.find(([, is]) => is(has, any))?.[0];
  const other = found(signs);
  if (other) return other;
  if (readHeader([...header]).missing.length === 0) return 'products';
  return has('handle', 'title') ? (found(ofContent) ?? null) : null;
}
