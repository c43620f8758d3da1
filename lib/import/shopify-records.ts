import type { LeftOutCounts } from './left-out';
import type { RowFault } from './shopify-shape';

/** In what amounts are written, and the address of the old shop, which links in its texts may name. */
export type Money = { currency: string; delimiter: string; shop?: string };

/** What became of the rows of one thing: the row that is kept of it, what was refused, and what was left out by design. */
export type Built<Row> = { row?: Row; faults: RowFault[]; leftOut?: LeftOutCounts };
