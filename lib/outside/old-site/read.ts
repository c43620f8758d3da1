import { decodePage } from './decode-page';
import { findBrand, type FoundBrand } from './find-brand';

/** Reads what a page, as it came, says of its brand; null for one that is too deep to be read. */
export function readPage(body: Uint8Array, charset: string, address: string): FoundBrand | null {
  return findBrand(decodePage(body, charset), address);
}
