'use client';

import { useTranslations } from 'use-intl';

import { ButtonLink } from '@/components/ui/button';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

/** The panel of a drop that is over. */
export function StageEnd({
  slug,
  phase,
  reason,
  locale,
}: {
  slug: string;
  phase: string;
  reason: string | null;
  locale: Locale;
}) {
  const t = useTranslations('drops');
  const cancelled = phase === 'cancelled';
  return (
    <div className="grid gap-2">
      <h2 id="stage-title" className="text-heading">
        {t(cancelled ? 'cancelledTitle' : 'endedTitle')}
      </h2>
      {cancelled && reason && (
        <p dir="auto" className="border-s-2 border-accent ps-3">
          {reason}
        </p>
      )}
      <p className="text-muted">{t(cancelled ? 'cancelledBody' : 'endedBody')}</p>
      <div className="pt-2">
        <ButtonLink href={inLocale(locale, paths.dropReport(slug))}>{t('report.read')}</ButtonLink>
      </div>
    </div>
  );
}
