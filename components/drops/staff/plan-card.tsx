import { Card, SectionHead } from '@/components/ui/card';
import { translator } from '@/lib/core/i18n';
import { listed, messageLocale, type Locale } from '@/lib/core/locale';
import type { StaffDrop } from '@/lib/drops/queries';

import { PlanUnits } from './plan-units';
import { WaveTimeline } from './wave-timeline';

/** What was planned: when its waves run, how the units are given, where they go, and who may claim. */
export function PlanCard({ drop, locale, now }: { drop: StaffDrop; locale: Locale; now: Date }) {
  const t = translator(locale, 'drops');
  const regions = new Intl.DisplayNames([messageLocale(locale)], { type: 'region', fallback: 'code' });
  const facts = [
    [t('staff.mode'), t(`staff.modes.${drop.mode}`)],
    ...(drop.mode === 'FIRST_COME' ? [[t('staff.fairSeconds'), drop.fairSeconds]] : []),
    [
      t('staff.regions'),
      drop.regions.length > 0
        ? listed(
            locale,
            drop.regions.map((code) => regions.of(code) ?? code),
          )
        : t('staff.everywhere'),
    ],
    [t('staff.minTrust'), drop.minTrust],
    [t('staff.hold'), Math.round(drop.holdSeconds / 60)],
    [t('staff.offerMinutes'), Math.round(drop.offerSeconds / 60)],
    [t('staff.needsReservation'), t(drop.needsReservation ? 'staff.yes' : 'staff.no')],
    [t('staff.proofOfWork'), t(drop.proofOfWork ? 'staff.yes' : 'staff.no')],
  ] as const;
  return (
    <section aria-labelledby="plan">
      <SectionHead id="plan" title={t('staff.planned')} />
      <Card className="grid gap-6">
        <WaveTimeline drop={drop} locale={locale} now={now} />
        {drop.phase === 'planned' && <PlanUnits drop={drop} locale={locale} />}
        <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
          {facts.map(([label, value]) => (
            <div key={label} className="grid content-start gap-0.5">
              <dt className="text-sm text-muted">{label}</dt>
              <dd className="break-words">{value}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </section>
  );
}
