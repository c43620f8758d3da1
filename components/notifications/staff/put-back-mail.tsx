'use client';

import { putBackMailAction, putBackNoticeAction } from '@/app/actions/notifications';
import { PutBackWords } from '@/components/staff/put-back-words';
import type { Locale } from '@/lib/core/locale';

type Props = { kind: string; language: Locale; shown: number; version?: number };

/** Brings the words of a mail's version back, or the program's own. */
export const PutBackMail = ({ kind, language, shown, version }: Props) => (
  <PutBackWords action={putBackMailAction} hidden={{ kind, language, shown: `${shown}` }} version={version} />
);

/** The same for the sentence of a bell, and for what stands in every mail. */
export const PutBackNotice = ({ kind, language, shown, version }: Props) => (
  <PutBackWords action={putBackNoticeAction} hidden={{ kind, language, shown: `${shown}` }} version={version} />
);
