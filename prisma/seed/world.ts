import type { SignedIn } from '@/lib/core/actor';
import { day, hour } from '@/lib/core/time';

/** The demo brand as it is being told: who is there, and how times are set back from the seed's own moment. */
export type World = {
  now: Date;
  /** Members by their part in the demo (fan, owner, new, mod, pm, ops, agent, admin), all others by handle. */
  cast: Record<string, SignedIn>;
  /** Products by handle, their variants by title. */
  products: Record<string, { id: string; variants: Record<string, string> }>;
  /** Drops by slug. */
  drops: Record<string, { id: string; slug: string }>;
  /** A moment some days (and hours) before the seed. */
  ago: (days: number, hours?: number) => Date;
};

/** An empty world, told at a moment. */
export function newWorld(now: Date): World {
  return {
    now,
    cast: {},
    products: {},
    drops: {},
    ago: (days, hours = 0) => new Date(now.getTime() - days * day - hours * hour),
  };
}
