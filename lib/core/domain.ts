import type { Role } from './actor';

/** A section of the staff pages, by the segment behind `/staff/`, and who may open it; an admin may open all. */
export type StaffSection = { readonly name: string; readonly roles: readonly Role[] };

/** What a domain tells of itself that the browser may know too; `lib/domains.ts` gathers it. */
export type Domain = {
  readonly name: string;
  /** Segments behind the language that lead to pages rendered for the one who asks. */
  readonly memberSegments?: readonly string[];
  readonly staffSections?: readonly StaffSection[];
};
