import {
  CircleCheck,
  Factory,
  PackageCheck,
  Repeat2,
  SearchX,
  TriangleAlert,
  Truck,
  Undo2,
  Wrench,
  type LucideIcon,
} from 'lucide-react';

import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { Timeline } from '@/components/ui/timeline';
import type { Tone } from '@/components/ui/tone';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { KindForOwners } from '@/lib/units/published';

const signs: Record<KindForOwners, readonly [LucideIcon, Tone]> = {
  MADE: [Factory, 'neutral'],
  SHIPPED: [Truck, 'neutral'],
  OWNED: [PackageCheck, 'positive'],
  TRANSFERRED: [Repeat2, 'accent'],
  LOST: [SearchX, 'warning'],
  FOUND: [CircleCheck, 'neutral'],
  RETURNED: [Undo2, 'neutral'],
  IN_REPAIR: [Wrench, 'warning'],
  REPAIRED: [Wrench, 'info'],
  RECALLED: [TriangleAlert, 'danger'],
  REMEDIED: [CircleCheck, 'positive'],
};

type Event = { seq: number; kind: string; at: Date };

/** What happened to a device in plain words, the newest first, with nobody’s name. */
export function DeviceHistory({ events, locale }: { events: readonly Event[]; locale: Locale }) {
  const t = translator(locale, 'ownership');
  return (
    <Card as="section" aria-labelledby="history">
      <SectionHead id="history" title={t('history.title')} />
      {events.length === 0 && <p className="text-muted">{t('history.none')}</p>}
      <Timeline
        label={t('history.title')}
        items={events.map(({ seq, kind: name, at }) => {
          const kind = name as KindForOwners;
          const [Sign, tone] = signs[kind];
          return {
            ...{ key: String(seq), tone, icon: <Sign aria-hidden /> },
            title: t(`history.kinds.${kind}`),
            time: <DateTime at={at} locale={locale} />,
          };
        })}
      />
    </Card>
  );
}
