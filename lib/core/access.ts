import type { Permission } from './permissions';

/** Whom a verb admits: a word, or staff who hold one of these permissions; `owner` is the member whose row it is, `staff` who holds any role. */
export type Audience = 'everyone' | 'members' | 'confirmed' | 'staff' | readonly (Permission | 'owner')[];

/** Guests may call the action, and why that is safe. */
export type Public = { everyone: string };

/** A caller with a proof that another endpoint gave, and what that proof is. */
export type Bearer = { bearer: string };

/**
 * Whom a command or flow serves: staff who hold one of these permissions, or any role; members, who act for themselves (in words, why the domain's
 * access.test.ts does not try it); everyone; or the step of a flow, reaction or import that has checked the actor before.
 */
export type Served = readonly Permission[] | 'staff' | 'members' | { members: string } | 'everyone' | 'step';

/** How a page is looked at; a value `crowd:kind` stands for the id of that kind's first row. */
export type Visit = { params?: Record<string, string | string[]>; search?: Record<string, string> };

/** What a domain declares of itself for the tables in tests/guarantees; nothing of the program reads it. */
export type Access = {
  /** Who may call each action of app/actions/<domain>.ts, or of a part of it in app/actions/<domain>.<part>.ts. */
  actions?: Record<string, Exclude<Audience, 'everyone'> | Public>;
  /** Who may call each fast endpoint, by its method and path. */
  endpoints?: Record<string, Audience | Bearer>;
  /** Streams of events, by path; each admits everyone. */
  streams?: Record<string, 'everyone'>;
  /** Whom each command serves. */
  commands?: Record<string, Served>;
  /** Whom each flow of lib/flows/<domain> serves that takes an actor. */
  flows?: Record<string, Served>;
  /** Enough for each command of staff to be read as meant. */
  sample?: Record<string, unknown>;
  /** What each data function of a public page is asked, once for each way to look at it. */
  data?: Record<string, readonly (readonly unknown[])[]>;
  /** How each page of (account)/ and staff/ is looked at; in words, why its statements are not counted. */
  pages?: Record<string, readonly Visit[] | string>;
  /** Addresses whose viewer layer is asked for. */
  viewed?: readonly string[];
  /** Data functions and pages that may cost as much as a thread. */
  threads?: readonly string[];
};

/** An id that no row has. */
export const anyId = '00000000-0000-4000-8000-000000000001';
