'use client';

import { useEffect, useRef, useState } from 'react';

import type { ToastKind, ToasterSonner } from './toaster-sonner';

type Show = (kind: ToastKind, words: string) => void;

let say: Show | null = null;

/** Short messages that pass by. What shows them is loaded with the first one. */
export const toast = {
  success: (words: string) => say?.('success', words),
  error: (words: string) => say?.('error', words),
  warning: (words: string) => say?.('warning', words),
  info: (words: string) => say?.('info', words),
};

/** Stands once, in the locale layout. Then `toast.success(words)` from anywhere in the browser. */
export function Toaster() {
  const [Place, setPlace] = useState<typeof ToasterSonner | null>(null);
  const [show, setShow] = useState<Show | null>(null);
  const waiting = useRef<Parameters<Show>[]>([]);
  useEffect(() => {
    if (show) for (const each of waiting.current.splice(0)) show(...each);
    say =
      show ??
      ((...each) => {
        waiting.current.push(each);
        void import('./toaster-sonner').then((loaded) => setPlace(() => loaded.ToasterSonner));
      });
    return () => {
      say = null;
    };
  }, [show]);
  return Place && <Place onReady={(ready) => setShow(() => ready)} />;
}
