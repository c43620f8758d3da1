import { bounded } from './bounded';
import { steadyNow } from './time';

type Budget = { left: number; at: number };
type Bounds = { name: string; holds: string; atOnce: number; eachSecond: number };

export type NetworkBudget = {
  /** Takes one of what a network may still ask for; false when it has none left. */
  spend(network: string): boolean;
  /** Gives one back. */
  give(network: string): void;
};

/** How much each client network may ask for: so many at once, and so many more each second. */
export function networkBudget({ name, holds, atOnce, eachSecond }: Bounds): NetworkBudget {
  const budgets = bounded<Budget>({
    name,
    holds,
    count: 20_000,
    bytes: 4 * 1024 * 1024,
    ttl: (1_000 * atOnce) / eachSecond,
    sizeOf: () => 32,
  });
  return {
    spend(network) {
      const now = steadyNow();
      const { left, at } = budgets.get(network) ?? { left: atOnce, at: now };
      const full = Math.min(atOnce, left + ((now - at) / 1_000) * eachSecond);
      budgets.set(network, { left: full < 1 ? full : full - 1, at: now });
      return full >= 1;
    },
    give(network) {
      const budget = budgets.get(network);
      if (budget) budget.left = Math.min(atOnce, budget.left + 1);
    },
  };
}
