import { headers } from 'next/headers';

import type { Outcome } from '../outcome';

/** The outcome of a form that was posted without scripts, and which form of the page it was. */
export type Posted = { form: string; outcome: Outcome<unknown> };

const shared = globalThis as unknown as { milletPosted?: WeakMap<object, Posted> };
const kept = (shared.milletPosted ??= new WeakMap());

// The hidden field that ActionForm writes.
const formField = '$form';

/**
 * Keeps the outcome for the page that is rendered in this very request. React would hand it to the form by itself, but
 * Next 16.4 resumes a page's prepared shell after a post, and React takes no form state when it resumes.
 */
export async function keepPosted(form: FormData, outcome: Outcome<unknown>): Promise<void> {
  const name = form.get(formField);
  if (typeof name !== 'string') return;
  const request = await headers();
  if (!request.has('next-action')) kept.set(request, { form: name, outcome });
}

/** The outcome that this request's post had, if it was one. */
export async function readPosted(): Promise<Posted | null> {
  return kept.get(await headers()) ?? null;
}
