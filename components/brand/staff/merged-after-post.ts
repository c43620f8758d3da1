import { mergeFields } from '@/lib/brand/choices/merge-fields';
import { toFields, type BrandFields } from '@/lib/brand/schema';
import type { Brand } from '@/lib/core/brand';
import type { Outcome } from '@/lib/web/outcome';

type Refused = Extract<Outcome, { status: 'refused' }>;

/**
 * The outcome of a post that was refused because of the version that is shown now, with the sent fields merged into it; null for any
 * other. A form sends along what it showed (`seen`), so that what was typed is told from what stood there.
 */
export function mergedAfterPost(
  outcome: Outcome<unknown>,
  brand: Brand & { version: number },
): { outcome: Refused; both: Partial<BrandFields> } | null {
  if (outcome.status !== 'refused' || outcome.problem.code !== 'brand-changed') return null;
  const { shown, seen: sent = '' } = outcome.typed;
  if (shown === `${brand.version}`) return null;
  const seen = fieldsIn(sent);
  if (!seen) return null;
  const { fields, both } = mergeFields(seen, outcome.typed as Partial<BrandFields>, toFields(brand));
  return { outcome: { ...outcome, typed: { ...outcome.typed, ...fields } }, both };
}

// It comes from whoever posted the form, and goes back to them alone.
function fieldsIn(text: string): BrandFields | null {
  try {
    const read = JSON.parse(text) as unknown;
    return typeof read === 'object' && read !== null ? (read as BrandFields) : null;
  } catch {
    return null;
  }
}
