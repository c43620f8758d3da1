'use client';

import { use } from 'react';

import { PostedContext } from './form-context';

/**
 * What a form that was posted without scripts has done, where its answer has a field of this name: what is shown once, such as a new code, is lost
 * otherwise. Null where this page answers no such post.
 */
export function usePostedDone<T extends object>(field: keyof T & string): T | null {
  const outcome = use(PostedContext)?.outcome;
  if (outcome?.status !== 'done') return null;
  const { data } = outcome;
  return typeof data === 'object' && data !== null && field in data ? (data as T) : null;
}
