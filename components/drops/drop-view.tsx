import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';

import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { homeCurrency } from '@/lib/web/brand';
import type { DropPage } from '@/lib/drops/queries';

import { ChosenPicture, ChosenVariant } from './chosen-variant';
import { DropFigures } from './drop-figures';
import { DropPhase } from './drop-phase';
import { DropRules } from './drop-rules';
import { DropStage } from './drop-stage';
import { DropTimes } from './drop-times';
import { DropUnits } from './drop-units';
import { DropWaves } from './drop-waves';
import { MovedFrom } from './moved-from';
import { stageOf } from './stage-of';

type Props = {
  drop: DropPage;
  locale: Locale;
  preview?: boolean;
  /** What a unit comes to in the reader's country. */
  landed?: ReactNode;
};

/** A drop's page: the live panel beside the story, on a phone before it while there is something to do; then what is offered and by which rule. */
export async function DropView({ drop, locale, preview, landed }: Props) {
  const t = translator(locale, 'drops');
  const product = localText(locale, drop.product.title, drop.product.titleZh);
  const over = drop.phase === 'ended' || drop.phase === 'cancelled';
  return (
    <div className="page pb-16">
      <div className="py-5">
        <Breadcrumbs
          label={t('title')}
          items={[
            { label: t('title'), href: inLocale(locale, paths.drops()) },
            { label: localText(locale, drop.title, drop.titleZh) },
          ]}
        />
      </div>
      <ChosenVariant>
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_25rem]">
          <header className="grid gap-3 lg:col-start-1 lg:row-start-2">
            <p className="text-sm font-semibold text-accent-ink">{product}</p>
            <h1 className="text-title">{localText(locale, drop.title, drop.titleZh)}</h1>
          </header>
          <div
            className={cx('lg:sticky lg:top-20 lg:col-start-2 lg:row-span-4 lg:row-start-1', over && 'max-lg:order-1')}
          >
            <DropStage drop={stageOf(drop, locale, await homeCurrency())} locale={locale} preview={preview} />
            {landed && !over && <div className="mt-4">{landed}</div>}
          </div>
          <ChosenPicture
            pictures={drop.product.images}
            locale={locale}
            className="aspect-[8/7] rounded-2xl lg:col-start-1 lg:row-start-1"
          />
          <Words drop={drop} locale={locale} />
          <div
            className={cx(
              'grid grid-cols-[minmax(0,1fr)] gap-12 pt-4 lg:col-start-1 lg:row-start-4',
              over && 'max-lg:order-2',
            )}
          >
            <DropFigures drop={drop} locale={locale} />
            <DropUnits drop={drop} locale={locale} />
            <DropWaves drop={drop} locale={locale} />
            <DropRules drop={drop} locale={locale} />
            <div>
              <ButtonLink
                href={inLocale(locale, paths.product(drop.product.handle))}
                icon={<ArrowRight aria-hidden className="order-last size-4" />}
              >
                {t('about', { product })}
              </ButtonLink>
            </div>
          </div>
        </div>
      </ChosenVariant>
    </div>
  );
}

function Words({ drop, locale }: { drop: DropPage; locale: Locale }) {
  const t = translator(locale, 'drops');
  const { wave, phase } = drop;
  return (
    <div className="grid gap-3 lg:col-start-1 lg:row-start-3">
      {wave && phase !== 'cancelled' && <MovedFrom wave={wave} locale={locale} />}
      <p className="max-w-[38em] text-lead whitespace-pre-line text-muted">
        {localText(locale, drop.summary, drop.summaryZh)}
      </p>
      {wave && (
        <div className="mt-1 flex flex-wrap items-center gap-x-6 gap-y-2 text-[0.9375rem]">
          <DropPhase phase={phase} opensAt={wave.opensAt.toISOString()} closesAt={wave.closesAt.toISOString()} />
          <span className="numerals text-muted">{t('units', { count: wave.units })}</span>
          <DropTimes
            opensAt={wave.opensAt.toISOString()}
            closesAt={wave.closesAt.toISOString()}
            zone={t('ownZone', { zone: '' })}
            known={{ opened: phase !== 'upcoming' && phase !== 'cancelled', closed: phase === 'ended' }}
            locale={locale}
          />
        </div>
      )}
    </div>
  );
}
