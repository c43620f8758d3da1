'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

const prefix = 'millet-draft:';

function recall(key: string): string {
  try {
    return localStorage.getItem(prefix + key) ?? '';
  } catch {
    return '';
  }
}

function keep(key: string, words: string): boolean {
  try {
    localStorage.setItem(prefix + key, words);
    return true;
  } catch {
    return false;
  }
}

/** Forgets what was kept under a key, once it has been sent. */
export function forgetDraft(key: string): void {
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // Where nothing can be kept, nothing has to be forgotten.
  }
}

type Change = string | ((before: string) => string);

/**
 * Words that survive a closed tab: kept on this device with every letter, since nobody says when a tab will close. What
 * was typed into the field before the page came to life counts more than what was kept.
 */
export function useDraft<F extends HTMLInputElement | HTMLTextAreaElement>(key: string, initial = '') {
  const field = useRef<F>(null);
  const latest = useRef(initial);
  const [words, show] = useState(initial);
  const [kept, setKept] = useState(false);
  const setWords = useCallback((change: Change) => {
    // A picture may arrive after the words were sent.
    if (!field.current) return;
    const next = typeof change === 'function' ? change(latest.current) : change;
    const worth = next.trim() !== '' && next !== initial;
    show((latest.current = next));
    setKept(worth && keep(key, next));
    if (!worth) forgetDraft(key);
  }, [key, initial]);
  useEffect(() => {
    const typed = field.current?.value;
    const found = typed && typed !== latest.current ? typed : recall(key);
    if (found) setWords(found);
    else setKept(false);
  }, [key, setWords]);
  return { field, words, setWords, kept };
}
