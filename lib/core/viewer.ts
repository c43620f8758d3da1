import type { Actor, SignedIn } from './actor';
import type { Permission } from './permissions';

/** The signed-in reader, as much as their own browser needs. */
export type ViewerMember = {
  id: string;
  handle: string;
  name: string;
  avatar: string | null;
  staff: boolean;
  permissions: readonly Permission[];
  trust: number;
  confirmed: boolean;
};

/** The viewer layer: what belongs to the reader on one page. Each domain adds its part in its `viewer.ts`. */
export interface Viewer {
  /** The server's time in milliseconds, for countdowns. */
  now: number;
  member: ViewerMember | null;
  unread: number;
}

/** Reads a domain's part for a page, by the parts of its path without the language; nothing where the page has no such part. */
export type ViewerPart = (actor: SignedIn, parts: string[]) => Promise<Partial<Viewer>>;

/** Reads a part of the layer that guests have as well, by what their browser keeps: the `cookie` header. */
export type VisitorPart = (actor: Actor, cookies: string | undefined) => Promise<Partial<Viewer>>;
