import { cache } from 'react';

import { reading } from '@/lib/core/context';
import { localText, type Locale } from '@/lib/core/locale';
import { settingsTag } from '@/lib/core/shop-settings';
import { listReasons } from '@/lib/moderation/queries';
import { reasonSettings } from '@/lib/moderation/reason-settings';
import { offered } from '@/lib/moderation/choices';

import { live } from './live';

const read = cache(() => readForPages());

async function readForPages() {
  'use cache';
  live(settingsTag(reasonSettings));
  return offered((await listReasons(reading())).reasons);
}

/** The reasons that a reporter chooses from, in one language; a page that asks is made again when they are changed. */
export async function reportReasons(locale: Locale): Promise<{ id: string; label: string; hint: string }[]> {
  return (await read()).map(({ id, label, labelZh, hint, hintZh }) => ({
    id,
    label: localText(locale, label, labelZh),
    hint: localText(locale, hint, hintZh),
  }));
}
