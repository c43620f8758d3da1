import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { DropPage } from '@/lib/drops/queries';

/** When each wave of a drop is open and how much it offers, where there are several: the rest of the page tells of one. */
export function DropWaves({ drop, locale }: { drop: DropPage; locale: Locale }) {
  const t = translator(locale, 'drops');
  if (drop.waves.length < 2 || drop.phase === 'cancelled') return null;
  return (
    <section aria-labelledby="waves">
      <SectionHead id="waves" title={t('waves')} />
      <Card flush>
        <ol className="divide-y divide-line">
          {drop.waves.map((wave) => (
            <li key={wave.id} className="flex flex-wrap gap-x-6 gap-y-1 px-4 py-3.5 sm:px-6">
              <span className="font-semibold">{t('draw.wave', { number: wave.number })}</span>
              <span className="text-muted">
                <DateTime at={wave.opensAt} locale={locale} format="moment" /> –{' '}
                <DateTime at={wave.closesAt} locale={locale} format="moment" />
              </span>
              <span className="numerals ms-auto">{t('units', { count: wave.units })}</span>
            </li>
          ))}
        </ol>
      </Card>
    </section>
  );
}
