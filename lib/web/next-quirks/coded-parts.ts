import { checkPart, readPart } from '@/lib/core/address';

/** Reads a part of an address as pages and layouts get it: Next 16.4 gives it to them encoded. */
export const readPartOfPage = readPart;

/** Reads a part as `generateMetadata` and route handlers get it: Next 16.4 gives it to them decoded. */
export const readPartOfHandler = checkPart;
