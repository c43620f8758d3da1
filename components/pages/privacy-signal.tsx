'use client';

import { useSyncExternalStore } from 'react';

import { Notice } from '@/components/ui/notice';

/** Says to who sends Global Privacy Control that it is respected; nothing to others. */
export function PrivacySignal({ words }: { words: string }) {
  const sent = useSyncExternalStore(
    () => () => undefined,
    () => (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true,
    () => false,
  );
  return sent ? <Notice tone="positive">{words}</Notice> : null;
}
