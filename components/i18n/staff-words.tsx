'use client';

import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';

import { messageLocale, type Locale } from '@/lib/core/locale';

// Files that a browser fetches once and keeps: within each page they were half of it.
const languages = { en: dynamic(() => import('./staff-words-en')), 'zh-CN': dynamic(() => import('./staff-words-zh')) };

/** Lets the components of staff pages say the sentences of every domain, in the one language that is read. */
export function StaffWords({ locale, children }: { locale: Locale; children: ReactNode }) {
  const Said = languages[messageLocale(locale)];
  return <Said>{children}</Said>;
}
