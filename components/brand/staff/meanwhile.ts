import type { BrandFields } from '@/lib/brand/schema';
import type { Problem } from '@/lib/web/outcome';

/** What was typed and not saved yet, with the reason for it. */
export type Typed = Partial<BrandFields & { reason: string }>;

/** What somebody else saved while it was typed: of fields that both changed the saved values, and what a refusal said of it. */
export type Meanwhile = { both: Partial<BrandFields>; problem: Problem | null };
