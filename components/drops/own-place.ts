import type { OwnEntry } from '@/lib/drops/queries/own-entry';

import type { EntryReceipt } from './use-claim';

/** A unit that the reader holds or has paid for. */
export type OwnUnit = {
  claimId: string;
  variantId: string;
  state: 'HELD' | 'PAID';
  heldUntil: string;
  offered?: boolean;
};
type FromViewer =
  { id: string; variantId: string; state: string; heldUntil: string; offered: boolean } | null | undefined;

/** The reader's unit: what the gate just answered counts until the viewer layer knows better. */
export function ownUnit(
  claimed: { claimId: string; variantId: string; heldUntil: string } | null,
  known: FromViewer,
): OwnUnit | null {
  if (known && known.state !== 'RELEASED')
    return {
      claimId: known.id,
      variantId: known.variantId,
      state: known.state as OwnUnit['state'],
      heldUntil: known.heldUntil,
      offered: known.offered,
    };
  const ended = known && known.id === claimed?.claimId;
  return claimed && !ended ? { ...claimed, state: 'HELD' } : null;
}

type Waves = { wave: number; decided: boolean; phase: string };

/** The reader's entry of this wave, or of the last one while the next is still to come. Until the viewer layer knows it, the receipt counts. */
export function ownEntry(
  entered: EntryReceipt | null,
  known: OwnEntry | null | undefined,
  { wave, decided, phase }: Waves,
): OwnEntry | null {
  if (known && (known.wave === wave || (phase === 'upcoming' && known.wave === wave - 1))) return known;
  if (!entered || decided) return null;
  return {
    id: entered.entryId,
    decidesAt: entered.decidesAt,
    variantId: entered.variantId,
    wave,
    state: 'WAITING',
    rank: null,
  };
}
