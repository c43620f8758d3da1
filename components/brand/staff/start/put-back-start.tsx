'use client';

import { putBackStartAction } from '@/app/actions/brand';
import { PutBackWords } from '@/components/staff/put-back-words';
import type { Locale } from '@/lib/core/locale';

type Props = { language: Locale; shown: number; version?: number };

/** Brings the start page's words of a version back, or the program's own. */
export const PutBackStart = ({ language, shown, version }: Props) => (
  <PutBackWords action={putBackStartAction} hidden={{ language, shown: `${shown}` }} version={version} />
);
