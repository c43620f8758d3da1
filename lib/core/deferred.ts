import type { SiteArea } from './site-areas';

/**
 * Thrown by a reaction that cannot be done while an area of the site is off: nothing of it is kept, and it runs when the area is on again.
 */
export class Deferred extends Error {
  constructor(readonly area: SiteArea) {
    super(`waits until ${area} is on`);
    this.name = 'Deferred';
  }
}
