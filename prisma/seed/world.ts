import type { SignedIn } from '@/lib/core/actor';

/** The demo brand as it is being told: who is there, and how times are set back from the seed's own moment. */
export type World = {
  now: Date;
  /** Members by their part in the demo (fan, owner, new, mod, pm, ops, agent, admin), all others by handle. */
  cast: Record<string, SignedIn>;
  /** A moment some days (and hours) before the seed. */
  ago: (days: number, hours?: number) => Date;
};
