import type { Metadata } from 'next';
import { locale } from 'next/root-params';

import { translator } from '@/lib/core/i18n';
import { isLocale } from '@/lib/core/locale';

/** The head of a page whose address leads to nothing. */
export async function missingMetadata(): Promise<Metadata> {
  const wanted = (await locale()) ?? '';
  const t = translator(isLocale(wanted) ? wanted : 'en', 'shell');
  return { title: t('notFound.title') };
}
