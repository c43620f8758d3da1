import type { Address, AddressParts } from './addresses';
import type { Reading } from './context';
import type { Endpoint, StreamEndpoint } from './endpoint';
import type { ViewerPart, VisitorPart } from './viewer';

/**
 * What a domain, or the flows of its folder, answer by themselves before Next, declared in its `front-part.ts`. It is
 * loaded by the thread that answers claims, so nothing slow may be imported from there.
 */
export type FrontPart = {
  endpoints?: readonly Endpoint[];
  streams?: readonly StreamEndpoint[];
  viewer?: readonly ViewerPart[];
  visitor?: readonly VisitorPart[];
  /** Public pages that there are few of. */
  pages?: (reading: Reading) => Promise<Address[]>;
  addressParts?: AddressParts;
};
