'use client';

import type { ReactNode } from 'react';

import { words } from '@/messages/compiled/staff-zh';

import { SpeakOnly } from './speak';

/** The sentences of staff pages in Chinese. */
export default function ChineseStaffWords({ children }: { children: ReactNode }) {
  return (
    <SpeakOnly language="zh-CN" words={words}>
      {children}
    </SpeakOnly>
  );
}
