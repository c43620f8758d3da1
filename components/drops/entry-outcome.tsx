'use client';

import { useTranslations } from 'use-intl';

import { TextLink } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { OwnEntry } from '@/lib/drops/queries/own-entry';

/** What became of the reader's entry when it was no unit, and where they stand now. */
export function EntryOutcome({
  entry,
  ahead,
  slug,
  locale,
}: {
  entry: OwnEntry;
  ahead: number | null;
  slug: string;
  locale: Locale;
}) {
  const t = useTranslations('drops');
  const words = () => {
    if (entry.state === 'SKIPPED') return t('entry.skipped');
    return ahead === null ? t('entry.lostGone', { rank: entry.rank ?? 0 }) : t('entry.lostPlace', { place: ahead + 1 });
  };
  return (
    <Notice title={t('entry.lost')}>
      <p>{words()}</p>
      <p className="mt-1.5">
        <TextLink href={inLocale(locale, paths.draw(slug))}>{t('entry.proof')}</TextLink>
      </p>
    </Notice>
  );
}
