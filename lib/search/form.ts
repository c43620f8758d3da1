import type { SearchKind } from '@/lib/core/prisma-client/enums';

/** What is searched by everybody. */
export const publicAudience = 'public';

/** A subject of a search document. */
export type DocKey = { kind: SearchKind; id: string };

/** The way in which the words of documents are made: with another number all of them are made anew, some thousands in each turn. */
export const docForm = 1;

/** What two who bring the document of one subject up to date take turns by: the second reads what the first left, and what came after it. */
export const docTurns = ({ kind, id }: DocKey): string => `search:${kind}:${id}`;
