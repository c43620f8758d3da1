import type { PublicState } from '@/lib/drops/gate/public-state';

export type StageVariant = { id: string; title: string; price: string; image: { src: string; alt: string } | null };

/** A drop as its live panel needs it: the words settled in the reader's language, the stock as the document knew it. */
export type StageDrop = {
  id: string;
  /** How long a claim holds its unit, and how long an offer or the win of a draw does. */
  holdSeconds: number;
  offerSeconds: number;
  cancelReason: string | null;
  variants: StageVariant[];
  /** Where it goes, where that is not everywhere. */
  regions: { value: string; label: string }[];
  state: Omit<PublicState, 'now'>;
};
