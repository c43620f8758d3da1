'use client';

import { useLocale, useTranslations } from 'use-intl';

import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Fact } from '@/components/ui/fact';
import { useNow } from '@/components/ui/use-now';
import { standAt } from '@/lib/calendar/choices/open-hours';
import { typedHours } from '@/lib/core/hours-words';
import type { PublicPoint } from '@/lib/flows/service/read-points';

import { PointFigures } from './point-figures';

const minute = 60_000;

/** One service point: whether it is open, how far it is, its hours, what it does, and how long repairs take there. */
export function PointCard({ point, km }: { point: PublicPoint; km: number | null }) {
  const t = useTranslations('service');
  const locale = useLocale();
  const isChinese = locale.startsWith('zh');
  const { phone, capabilities, languages, hours, figures } = point;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: km !== null && km < 10 ? 1 : 0 });
  const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' });
  return (
    <Card as="article" className="grid gap-5">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 className="text-subheading break-words">{isChinese ? point.nameZh : point.name}</h2>
          <p className="break-words whitespace-pre-line text-muted">
            {(isChinese && point.addressZh) || point.address}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {km !== null && <span className="numerals text-muted">{t('km', { km: number.format(km) })}</span>}
          <Open point={point} />
        </div>
      </div>
      <ul className="flex flex-wrap gap-2">
        {capabilities.map((each) => (
          <li key={each}>
            <Badge>{t(`capabilities.${each}`)}</Badge>
          </li>
        ))}
      </ul>
      <dl className="grid gap-4 sm:grid-cols-3">
        <Fact label={t('hours')}>
          <Week week={hours.week} />
        </Fact>
        {phone !== '' && (
          <Fact label={t('phone')}>
            <a className="underline underline-offset-4" href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`} dir="ltr">
              {phone}
            </a>
          </Fact>
        )}
        {languages.length > 0 && (
          <Fact label={t('languages')}>
            {languages.map((code) => names.of(code) ?? code).join(isChinese ? '、' : ', ')}
          </Fact>
        )}
      </dl>
      {figures && <PointFigures figures={figures} />}
    </Card>
  );
}

// Until the page is live nobody can say what time it is for its reader.
function Open({ point: { hours, closedUntil } }: { point: PublicPoint }) {
  const t = useTranslations('service.stand');
  const locale = useLocale();
  const now = useNow(minute);
  if (now === null) return null;
  const stand = standAt(hours, new Date(now), closedUntil ? new Date(closedUntil) : null);
  const near = (at: Date) => at.getTime() - now < 12 * 60 * minute;
  const say = (at: Date) =>
    new Intl.DateTimeFormat(locale, {
      ...(near(at) ? {} : { weekday: 'short', day: 'numeric', month: 'short' }),
      ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: hours.zone },
    }).format(at);
  if (stand.open) return <Badge tone="positive">{t('open', { time: say(stand.until) })}</Badge>;
  return <Badge tone="warning">{stand.opens ? t('opens', { time: say(stand.opens) }) : t('closed')}</Badge>;
}

function Week({ week }: { week: PublicPoint['hours']['week'] }) {
  const t = useTranslations('service');
  const locale = useLocale();
  // 1 January 2024 is a Monday.
  const day = (at: number) =>
    new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, 1 + at)));
  return (
    <ul>
      {week.map((windows, at) => (
        <li key={at} className="flex gap-3">
          <span className="w-10 shrink-0 text-muted">{day(at)}</span>
          <span className="numerals">{windows.length > 0 ? typedHours(windows) : t('off')}</span>
        </li>
      ))}
    </ul>
  );
}
