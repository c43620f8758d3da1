'use client';

import { useTranslations } from 'use-intl';

import { Stat, Stats } from '@/components/ui/stat';
import type { FCodeSums } from '@/lib/drops/queries/f-codes';

import { useCounts } from './live-counts';

/** The pool of a drop's F-codes in figures, as they change. */
export function FCodeStats({ known }: { known: Omit<FCodeSums, 'issued'> }) {
  const t = useTranslations('drops.fCode.staff');
  const { units, usable, redeemed, left } = useCounts().codes ?? known;
  return (
    <Stats>
      <Stat label={t('held')} value={units} />
      <Stat label={t('out')} value={usable} />
      <Stat label={t('redeemed')} value={redeemed} />
      <Stat label={t('left')} value={left} />
    </Stats>
  );
}
