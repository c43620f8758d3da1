'use client';

import { useTranslations } from 'use-intl';

import { DateTime } from '@/components/ui/date-time';
import { useNow } from '@/components/ui/use-now';
import type { Locale } from '@/lib/core/locale';

type Props = { opensAt: string; closesAt: string; known: { opened: boolean; closed: boolean }; locale: Locale };

/** When a wave opens and closes, in words that follow the clock. */
export function DropTimes({ opensAt, closesAt, known, locale }: Props) {
  const t = useTranslations('drops');
  const now = useNow();
  const opened = known.opened || (now !== null && now >= Date.parse(opensAt));
  const closed = known.closed || (now !== null && now >= Date.parse(closesAt));
  return (
    <dl className="contents">
      <div className="flex gap-1.5">
        <dt className="text-muted">{t(opened ? 'openedLabel' : 'opensLabel')}</dt>
        <dd>
          <DateTime at={opensAt} locale={locale} format="moment" />
        </dd>
      </div>
      <div className="flex gap-1.5">
        <dt className="text-muted">{t(closed ? 'endedLabel' : 'closesLabel')}</dt>
        <dd>
          <DateTime at={closesAt} locale={locale} format="moment" />
        </dd>
      </div>
    </dl>
  );
}
