'use client';

import { createContext, use, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';

import { forgetDraft, keepDraft, recallDraft, type Draft } from '@/components/draft-store';
import { useViewer } from '@/components/viewer/viewer-provider';

import { withoutMarks } from './upload-marks';

type Change = string | ((before: string) => string);

/** The member for whom the server made the page; words are kept for them from the first letter, before the viewer's answer has come. */
export const DraftOwner = createContext<string | undefined>(undefined);

// Null for a guest, undefined as long as nobody knows.
function useOwner(): string | null | undefined {
  const { viewer } = useViewer();
  const expected = use(DraftOwner);
  return viewer ? (viewer.member?.id ?? null) : expected;
}

/** Forgets a draft of the member at hand, once it has been sent. */
export function useForgetDraft(): (key: string) => void {
  const owner = useOwner();
  return (key) => owner && forgetDraft(owner, key);
}

/**
 * Words that survive a closed tab: kept on this device for their member, with every letter, since nobody says when a tab
 * will close. What was typed into the field before the page came to life counts more than what was kept, and so does what
 * was `posted` without scripts and refused. Words that began from another version than `base` never stand in the place of
 * newer ones: they are handed out as `stale`.
 */
export function useDraft<F extends HTMLInputElement | HTMLTextAreaElement>(
  key: string,
  { initial = '', base, posted }: { initial?: string; base?: string; posted?: string } = {},
) {
  const owner = useOwner();
  const field = useRef<F>(null);
  const latest = useRef(posted ?? initial);
  const before = useRef(owner);
  const [words, show] = useState(posted ?? initial);
  const [kept, setKept] = useState(false);
  const [stale, setStale] = useState<Draft | null>(null);
  const setWords = useCallback(
    (change: Change) => {
      // A picture may arrive after the words were sent.
      if (!field.current) return;
      show((latest.current = typeof change === 'function' ? change(latest.current) : change));
      if (!owner) return;
      const worth = withoutMarks(latest.current);
      const any = worth.trim() !== '' && worth !== initial;
      setKept(any && keepDraft(owner, key, { words: worth, base }));
      if (!any) forgetDraft(owner, key);
    },
    [key, owner, initial, base],
  );

  const recall = useEffectEvent(() => {
    // The page of one member may be kept in memory while another signs in.
    const handed = before.current !== undefined && before.current !== owner;
    before.current = owner;
    if (handed) show((latest.current = initial));
    const typed = handed ? initial : field.current?.value || latest.current;
    if (typed !== initial) return setWords(typed);
    setKept(false);
    const found = owner ? recallDraft(owner, key) : null;
    if (!found) return;
    if (found.base === base) setWords(withoutMarks(found.words));
    else setStale(found);
  });
  useEffect(() => {
    if (owner !== undefined) recall();
  }, [key, owner]);
  const useStale = () => {
    if (stale) setWords(withoutMarks(stale.words));
    setStale(null);
  };
  return { field, words, setWords, kept, stale, useStale };
}
