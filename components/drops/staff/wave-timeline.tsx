import { ZoneNote } from '@/components/forms/zone-note';
import { ShopTime } from '@/components/forms/shop-time';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { decidesAt, isRanked } from '@/lib/drops/policy';
import type { StaffDrop } from '@/lib/drops/queries';
import { timelineOf, type Span } from '@/lib/drops/choices/wave-timeline';

import { RemoveWave } from './remove-wave';

/** The waves of a drop on one line of time, with how each gives its units, and where the present stands. */
export function WaveTimeline({ drop, locale, now }: { drop: StaffDrop; locale: Locale; now: Date }) {
  const t = translator(locale, 'drops');
  const line = timelineOf(drop.waves, (wave) => decidesAt(drop, wave), now);
  const units = ({ allotments }: StaffDrop['waves'][number]) => allotments.reduce((sum, each) => sum + each.units, 0);
  const rule =
    drop.mode === 'DRAW'
      ? t('staff.timeline.draw')
      : drop.fairSeconds > 0
        ? t('staff.timeline.fair', { seconds: drop.fairSeconds })
        : t('staff.timeline.order');
  return (
    <figure className="grid gap-4">
      <figcaption className="flex items-start gap-2.5 text-sm text-muted">
        {isRanked(drop) && <span aria-hidden className="mt-1 size-3 shrink-0 rounded-sm bg-info" />}
        {rule}
      </figcaption>
      <ol className="grid gap-4">
        {drop.waves.map((wave, at) => (
          <li key={wave.id} className="grid gap-1.5">
            <p className="flex flex-wrap gap-x-3 text-[0.9375rem]">
              <span className="font-semibold">{t('draw.wave', { number: wave.number })}</span>
              <span className="text-muted">
                <ShopTime at={wave.opensAt} locale={locale} /> – <ShopTime at={wave.closesAt} locale={locale} />
              </span>
              <span className="text-muted">{t('staff.timeline.units', { count: units(wave) })}</span>
            </p>
            <Track span={line.spans[at]!} now={line.now} />
            {drop.phase === 'planned' && at > 0 && at === drop.waves.length - 1 && (
              <div className="mt-1.5">
                <RemoveWave dropId={drop.id} version={drop.version} number={wave.number} units={units(wave)} />
              </div>
            )}
          </li>
        ))}
      </ol>
      <ZoneNote />
      {line.now !== null && (
        <p className="flex items-center gap-2 text-sm text-muted">
          <span aria-hidden className="h-3.5 w-0.5 rounded-full bg-ink" />
          {t('staff.timeline.now')}
        </p>
      )}
    </figure>
  );
}

function Track({ span: { start, width, decides }, now }: { span: Span; now: number | null }) {
  // A short wave among long ones is still seen, and none runs out of the line.
  const left = `min(${start}%, calc(100% - 1rem))`;
  return (
    <div aria-hidden className="relative h-5 rounded-full bg-sunken">
      <div
        className="absolute inset-y-0 min-w-4 overflow-hidden rounded-full bg-accent"
        style={{ insetInlineStart: left, width: `${width}%` }}
      >
        {decides !== null && decides < 100 && (
          <div
            className="absolute inset-y-0 start-0 min-w-2.5 border-e-2 border-surface bg-info"
            style={{ width: `${decides}%` }}
          />
        )}
        {decides === 100 && <div className="absolute inset-y-0 end-0 w-2.5 border-s-2 border-surface bg-info" />}
      </div>
      {now !== null && (
        <div className="absolute -inset-y-1 w-0.5 rounded-full bg-ink" style={{ insetInlineStart: `${now}%` }} />
      )}
    </div>
  );
}
