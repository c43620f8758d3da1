'use client';

import { useTranslations } from 'use-intl';

import { DateTime } from '@/components/ui/date-time';
import { absoluteWords } from '@/components/ui/time-words';
import { useNow } from '@/components/ui/use-now';
import type { Locale } from '@/lib/core/locale';

type Props = {
  opensAt: string;
  closesAt: string;
  /** What is said before the reader's own time and its zone. */
  zone: string;
  known: { opened: boolean; closed: boolean };
  locale: Locale;
};

/**
 * When a wave opens and closes, in words that follow the clock, and in which time zone: the line is kept free while only the server has written
 * it, when the times themselves say UTC.
 */
export function DropTimes({ opensAt, closesAt, zone, known, locale }: Props) {
  const t = useTranslations('drops');
  const now = useNow();
  const opened = known.opened || now! >= Date.parse(opensAt);
  const closed = known.closed || now! >= Date.parse(closesAt);
  // As long as the clock is not read nothing has begun: null is before every moment.
  return (
    <>
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
      <p className="min-h-5 w-full text-muted">{now && zone + absoluteWords(now, locale, own)}</p>
    </>
  );
}

// The reader's own time with the name of its zone.
const own = { timeStyle: 'full', timeZone: undefined } as const;
