'use client';

import type { Posted } from '@/lib/web/next-quirks/posted';

import { PostedContext } from './form-context';

/** Hands the forms of a page the outcome of the post that it answers; for the layouts of members and staff. */
export function PostedForm({ posted, children }: { posted: Posted | null; children: React.ReactNode }) {
  return <PostedContext value={posted}>{children}</PostedContext>;
}
