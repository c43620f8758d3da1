import { useEffect } from 'react';

import { useOnDemand, type OnDemand } from '@/components/ui/on-demand';

import { memberExpected } from './member-hint';

/** A part that members alone need, once it is wanted: whoever is most likely one need not wait for the answer that says so. */
export function useForMembers<T>(part: OnDemand<T>, wanted: boolean): T | null {
  useEffect(() => {
    if (memberExpected()) part.load().catch(() => undefined);
  }, [part]);
  return useOnDemand(part, wanted);
}
