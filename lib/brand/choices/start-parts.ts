/**
 * The parts of the start page that a brand may word itself, in the order of the page; safe in the browser. Lengths in characters as people
 * see them; a long one has a field of several lines, and is one paragraph.
 */
export const startParts = {
  heading: { most: 80 },
  lead: { most: 300, long: true },
  join: { most: 30 },
  seeDrops: { most: 30 },
  dropNow: { most: 60 },
  dropNext: { most: 60 },
  loopTitle: { most: 80 },
  talk: { most: 40 },
  talkBody: { most: 200, long: true },
  triage: { most: 40 },
  triageBody: { most: 200, long: true },
  release: { most: 40 },
  releaseBody: { most: 200, long: true },
  drop: { most: 40 },
  dropBody: { most: 200, long: true },
  shipped: { most: 60 },
  shippedLead: { most: 120 },
  ideas: { most: 60 },
  ideasLead: { most: 120 },
  threads: { most: 60 },
  products: { most: 60 },
  title: { most: 90 },
} as const satisfies Record<string, { most: number; long?: true }>;

export type StartPart = keyof typeof startParts;
export const startPartNames = Object.keys(startParts) as StartPart[];

/** The start page's words as they are said, in one language. */
export type StartWords = Readonly<Record<StartPart, string>>;

/** How the editor groups them: what belongs to one place of the page. */
export const startGroups = {
  opening: ['heading', 'lead', 'join', 'seeDrops'],
  drop: ['dropNow', 'dropNext'],
  loop: [
    ...(['loopTitle', 'talk', 'talkBody', 'triage', 'triageBody'] as const),
    ...(['release', 'releaseBody', 'drop', 'dropBody'] as const),
  ],
  lists: ['shipped', 'shippedLead', 'ideas', 'ideasLead', 'threads', 'products'],
  found: ['title'],
} as const satisfies Record<string, readonly StartPart[]>;

export type StartGroup = keyof typeof startGroups;
export const startGroupNames = Object.keys(startGroups) as StartGroup[];
