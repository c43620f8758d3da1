'use client';

import { useEffect, useState } from 'react';

const prefix = 'millet-draft:';
const saveAfterMs = 300;

function recall(key: string): string {
  try {
    return localStorage.getItem(prefix + key) ?? '';
  } catch {
    return '';
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

/** Words that survive a closed tab: kept on this device while they are typed. */
export function useDraft(key: string, initial = ''): { words: string; setWords: (change: string | ((before: string) => string)) => void; kept: boolean } {
  const [words, setWords] = useState(initial);
  const [kept, setKept] = useState(false);
  useEffect(() => {
    const found = recall(key);
    if (found) setWords(found);
    setKept(found !== '');
  }, [key]);
  useEffect(() => {
    if (words === initial) return;
    const timer = setTimeout(() => {
      try {
        if (words.trim()) localStorage.setItem(prefix + key, words);
        else localStorage.removeItem(prefix + key);
        setKept(words.trim() !== '');
      } catch {
        setKept(false);
      }
    }, saveAfterMs);
    return () => clearTimeout(timer);
  }, [key, words, initial]);
  return { words, setWords, kept };
}
