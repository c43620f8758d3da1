/** The kinds of pages that the law asks for, in the order in which they are listed. */
export const lawKinds = ['TERMS', 'PRIVACY', 'RETURNS', 'IMPRINT', 'ACCESSIBILITY'] as const;
export type LawKind = (typeof lawKinds)[number];

export const pageKinds = ['OWN', ...lawKinds] as const;
export type PageKind = (typeof pageKinds)[number];

export const pageStates = ['DRAFT', 'PUBLISHED', 'WITHDRAWN'] as const;
export type PageState = (typeof pageStates)[number];

export const pagePlaces = ['NOWHERE', 'FOOTER', 'HEADER'] as const;
export type PagePlace = (typeof pagePlaces)[number];

/** What stands in the address of the page of a kind. */
export const lawSlug = (kind: LawKind): string => kind.toLowerCase();

/** The kind of page that an address means; null for a page of one's own. */
export const kindOfSlug = (slug: string): LawKind | null => lawKinds.find((kind) => lawSlug(kind) === slug) ?? null;

const kept = new Set<string>([...lawKinds.map(lawSlug), 'new', 'edit', 'after', 'preview', 'untitled']);

/** Whether no page of one's own may have this address. */
export const isReserved = (slug: string): boolean => kept.has(slug);

/** What stands in the address of a page. */
export const slugOf = ({ kind, slug }: { kind: PageKind; slug: string | null }): string =>
  kind === 'OWN' ? (slug ?? '') : lawSlug(kind);
