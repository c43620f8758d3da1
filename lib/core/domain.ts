import type { DomainPermissions, Permission } from './permissions';
import type { DeclaredArea } from './site-areas';

/** The areas of the staff pages, in the order of their navigation. */
export const staffAreas = ['listen', 'community', 'sell', 'people', 'settings'] as const;
export type StaffArea = (typeof staffAreas)[number];

/**
 * A section of the staff pages: the segment behind `/staff/`, the permission that opens it, and its area in the navigation. One
 * that is `last` stands behind those of every domain. Where it is a list to `search`, words are asked for as `?q=`; what `starts`
 * something new is the segment of that page, with its words as `staff.palette.start.<name>`.
 */
export type StaffSection = {
  readonly name: string;
  readonly permission: Permission;
  readonly area: StaffArea;
  readonly last?: true;
  readonly search?: true;
  readonly starts?: string;
  /** Pages of the section that are found by their names, `staff.palette.pages.<name>`, with who may open them. */
  readonly pages?: readonly { readonly name: string; readonly permission: Permission }[];
  /** Its own page leads to the first of its pages that somebody may open: who may open one of them finds the section. */
  readonly leads?: true;
};

/** What a domain declares of itself, safe in the browser; `lib/domains.ts` gathers it. */
export type Domain = {
  readonly name: string;
  /** Segments behind the language that lead to pages rendered for the member. */
  readonly memberSegments?: readonly string[];
  /** The areas of the site that its public pages and endpoints belong to; what belongs to none is always there. */
  readonly areas?: readonly DeclaredArea[];
  readonly permissions?: DomainPermissions;
  /** Of these, what sees personal data, moves money or gives such rights: who holds one needs a second factor. */
  readonly sensitive?: readonly Permission[];
  readonly staffSections?: readonly StaffSection[];
};
