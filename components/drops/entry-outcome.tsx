'use client';

import { useTranslations } from 'use-intl';

import { TextLink } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { OwnEntry } from '@/lib/drops/queries/own-entry';

/** What became of the reader's entry when it was no unit. The waitlist says where they stand now. */
export function EntryOutcome({ entry, slug, locale }: { entry: OwnEntry; slug: string; locale: Locale }) {
  const t = useTranslations('drops');
  return (
    <Notice title={t('entry.lost')}>
      <p>{entry.state === 'SKIPPED' ? t('entry.skipped') : t('entry.lostGone', { rank: entry.rank ?? 0 })}</p>
      <p className="mt-1.5">
        <TextLink href={inLocale(locale, paths.draw(slug))}>{t('entry.proof')}</TextLink>
      </p>
    </Notice>
  );
}
