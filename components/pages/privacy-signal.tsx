'use client';

import { useSyncExternalStore } from 'react';

import { Notice } from '@/components/ui/notice';

import { sendsSignal } from './video-choice';

/** Says to who sends Global Privacy Control that it is respected; nothing to others. */
export function PrivacySignal({ words }: { words: string }) {
  const sent = useSyncExternalStore(
    () => () => undefined,
    sendsSignal,
    () => false,
  );
  return sent ? <Notice tone="positive">{words}</Notice> : null;
}
