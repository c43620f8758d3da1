import type { DomainPermissions, Permission } from './permissions';

/**
 * A section of the staff pages, by the segment behind `/staff/`, and the permission that opens it. One that is `last` stands
 * behind those of every domain.
 */
export type StaffSection = { readonly name: string; readonly permission: Permission; readonly last?: true };

/** What a domain declares of itself, safe in the browser; `lib/domains.ts` gathers it. */
export type Domain = {
  readonly name: string;
  /** Segments behind the language that lead to pages rendered for the member. */
  readonly memberSegments?: readonly string[];
  readonly permissions?: DomainPermissions;
  readonly staffSections?: readonly StaffSection[];
};
