'use client';

import type { ReactNode } from 'react';

import { words } from '@/messages/compiled/staff-en';

import { SpeakOnly } from './speak';

/** The sentences of staff pages in English. */
export default function EnglishStaffWords({ children }: { children: ReactNode }) {
  return (
    <SpeakOnly language="en" words={words}>
      {children}
    </SpeakOnly>
  );
}
