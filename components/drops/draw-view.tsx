import { ArrowLeft } from 'lucide-react';

import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { SectionHead } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { Draw } from '@/lib/drops/queries/get-draw';

import { DrawWave } from './draw-wave';

type Props = { draw: Draw; locale: Locale; origin: string };

/** How the units of a drop are given by rank: the rule, and wave by wave the fingerprint, the seed and the check. */
export function DrawView({ draw, locale, origin }: Props) {
  const t = translator(locale, 'drops');
  const name = localText(locale, draw.title, draw.titleZh);
  const title = t(draw.waves.every(({ decidedAt }) => decidedAt) ? 'draw.titleDecided' : 'draw.title');
  const crumbs = [
    { label: t('title'), href: inLocale(locale, paths.drops()) },
    { label: name, href: inLocale(locale, paths.drop(draw.slug)) },
    { label: title },
  ];
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-10 pb-16">
      <PageHeader
        className="pb-0!"
        title={title}
        lead={t('draw.lead')}
        breadcrumbs={<Breadcrumbs label={t('title')} items={crumbs} />}
      />
      {draw.waves.map((wave) => (
        <DrawWave
          key={wave.id}
          wave={wave}
          slug={draw.slug}
          several={draw.waves.length > 1}
          origin={origin}
          locale={locale}
        />
      ))}
      <Rule draw={draw} locale={locale} />
      <div>
        <ButtonLink href={inLocale(locale, paths.drop(draw.slug))} icon={<ArrowLeft aria-hidden className="size-4" />}>
          {t('draw.back')}
        </ButtonLink>
      </div>
    </div>
  );
}

function Rule({ draw, locale }: Pick<Props, 'draw' | 'locale'>) {
  const t = translator(locale, 'drops');
  const steps = [
    t('draw.ruleSeed'),
    draw.mode === 'DRAW' ? t('draw.ruleDraw') : t('draw.ruleFair', { seconds: draw.fairSeconds }),
    t('draw.ruleRank'),
    t('draw.ruleUnits'),
  ];
  return (
    <section aria-labelledby="rule">
      <SectionHead id="rule" title={t('draw.rule')} />
      <ol className="grid max-w-[41em] list-decimal gap-2.5 ps-5 marker:text-muted">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="mt-5 max-w-[41em] text-muted">{t('draw.limits')}</p>
    </section>
  );
}
