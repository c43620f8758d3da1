import type { DropMode, EntryState } from '@/lib/core/prisma-client/enums';

import { decidesAt } from '../policy';

/** A member's latest entry in a drop whose units are given by rank. */
export type OwnEntry = {
  /** The receipt. */
  id: string;
  wave: number;
  state: EntryState;
  rank: number | null;
  variantId: string;
  decidesAt: string;
};

/** What an own entry is told from; taken with the drop's own part, in the same statement. */
export function ownEntries(memberId: string) {
  return {
    where: { memberId },
    orderBy: { wave: { number: 'desc' } },
    take: 1,
    select: {
      id: true,
      state: true,
      rank: true,
      allotment: { select: { variantId: true } },
      wave: { select: { number: true, opensAt: true, closesAt: true } },
    },
  } as const;
}

type Found = {
  mode: DropMode;
  fairSeconds: number;
  entries: {
    id: string;
    state: EntryState;
    rank: number | null;
    allotment: { variantId: string };
    wave: { number: number; opensAt: Date; closesAt: Date };
  }[];
};

export function ownEntryOf({ entries: [entry], ...drop }: Found): OwnEntry | null {
  if (!entry) return null;
  const { wave, allotment, ...rest } = entry;
  return {
    ...rest,
    wave: wave.number,
    variantId: allotment.variantId,
    decidesAt: (decidesAt(drop, wave) ?? wave.closesAt).toISOString(),
  };
}
