import { Card, SectionHead } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { Stat, Stats } from '@/components/ui/stat';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { DropPage } from '@/lib/drops/queries';

import { splitSeconds } from './report/count-words';

/** What came of a drop, in figures. */
export function DropFigures({ drop, locale }: { drop: DropPage; locale: Locale }) {
  const t = translator(locale, 'drops');
  if (!drop.figures || !drop.wave) return null;
  const { paid, held, lastTakenSeconds, left } = drop.figures;
  const units = drop.waves.reduce((total, wave) => total + wave.units, 0);
  const remaining = left.reduce((total, each) => total + each.units, 0);
  const aside = left.filter(({ channel }) => channel !== 'PUBLIC');
  return (
    <section aria-labelledby="figures">
      <SectionHead
        id="figures"
        title={t('figures.title')}
        action={<TextLink href={inLocale(locale, paths.dropReport(drop.slug))}>{t('report.read')}</TextLink>}
      />
      <Card look="accent">
        <Stats>
          <Stat label={t('figures.offered')} value={units} />
          <Stat label={t('figures.paid')} value={paid} />
          {held > 0 && <Stat label={t('figures.held')} value={held} />}
          <Stat
            label={t('figures.left')}
            value={remaining}
            hint={
              aside.length > 0
                ? left.map((each) => `${t(`channel.${each.channel}`)}: ${each.units}`).join(' · ')
                : undefined
            }
          />
          {drop.reservations > 0 && <Stat label={t('figures.reserved')} value={drop.reservations} />}
          {lastTakenSeconds !== null &&
            remaining - (left.find(({ channel }) => channel === 'FCODE')?.units ?? 0) === 0 && (
              <Stat label={t('figures.lastTaken')} value={t('report.duration', splitSeconds(lastTakenSeconds))} />
            )}
        </Stats>
      </Card>
    </section>
  );
}
