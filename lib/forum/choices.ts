export const threadKinds = ['DISCUSSION', 'QUESTION', 'IDEA', 'REVIEW'] as const;
export type ThreadKind = (typeof threadKinds)[number];

/** How long the body of a post may be, in characters as people see them. */
export const bodyMost = 20_000;

/** Who reads a board and replies there. */
export const boardVisibilities = ['PUBLIC', 'MEMBERS', 'OWNERS', 'STAFF'] as const;
export type BoardVisibility = (typeof boardVisibilities)[number];
