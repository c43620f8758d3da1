import type { Reading } from './context';
import type { SiteArea } from './site-areas';

/** A public page, without its language. */
export type Address = { path: string; changedAt?: Date };

/** Public pages that have sitemaps of their own, since there are many. */
export type AddressParts = {
  /** The area that all of its pages belong to: without it there are no such parts. */
  area: SiteArea;
  /** Whether a text can name one of these parts. */
  isPart(part: string): boolean;
  listParts(reading: Reading): Promise<string[]>;
  /** The pages of one part; null for a part that there is not. */
  list(reading: Reading, part: string): Promise<Address[] | null>;
};
