export const threadKinds = ['DISCUSSION', 'QUESTION', 'IDEA', 'REVIEW'] as const;
export type ThreadKind = (typeof threadKinds)[number];

/** How long the body of a post may be, in characters as people see them. */
export const bodyMost = 20_000;

/** Who reads a board at the widest, as its reading rules say. */
export const boardVisibilities = ['PUBLIC', 'MEMBERS', 'OWNERS', 'STAFF'] as const;
export type BoardVisibility = (typeof boardVisibilities)[number];

/** What a rule of a board admits to: reading it, beginning threads, replying. */
export const boardVerbs = ['READ', 'POST', 'REPLY'] as const;
export type BoardVerb = (typeof boardVerbs)[number];

/** Whom a rule admits. Everyone and members read; readers (whoever reads) and the holders of a role write. */
export const boardAudiences = ['EVERYONE', 'MEMBERS', 'READERS', 'OWNERS', 'STAFF', 'ROLE'] as const;
export type BoardAudience = (typeof boardAudiences)[number];
