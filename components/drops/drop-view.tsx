import { ArrowRight } from 'lucide-react';

import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { DateTime } from '@/components/ui/date-time';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale, paths } from '@/lib/core/paths';
import type { DropPage } from '@/lib/drops/queries';

import { DropFigures } from './drop-figures';
import { DropPicture } from './drop-picture';
import { DropPhase } from './drop-phase';
import { DropRules } from './drop-rules';
import { DropStage } from './drop-stage';
import { DropUnits } from './drop-units';
import { stageOf } from './stage-of';

/** A drop's page: the story beside the live panel, then what is offered and by which rule. */
export function DropView({ drop, locale, preview }: { drop: DropPage; locale: Locale; preview?: boolean }) {
  const t = translator(locale, 'drops');
  const product = localText(locale, drop.product.title, drop.product.titleZh);
  return (
    <div className="page pb-16">
      <div className="py-5">
        <Breadcrumbs label={t('title')} items={[{ label: t('title'), href: inLocale(locale, paths.drops()) }, { label: localText(locale, drop.title, drop.titleZh) }]} />
      </div>
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_25rem]">
        <div className="grid gap-6">
          <DropPicture picture={drop.product.images[0]} locale={locale} eager className="aspect-[8/7] rounded-2xl" />
          <Words drop={drop} locale={locale} product={product} />
        </div>
        <div className="lg:sticky lg:top-20">
          <DropStage drop={stageOf(drop, locale)} locale={locale} preview={preview} />
        </div>
        <div className="grid gap-12 pt-2 lg:col-start-1">
          <DropFigures drop={drop} locale={locale} />
          <DropUnits drop={drop} locale={locale} />
          <DropRules drop={drop} locale={locale} />
          <div>
            <ButtonLink href={inLocale(locale, paths.product(drop.product.handle))} icon={<ArrowRight aria-hidden className="order-last size-4" />}>{t('about', { product })}</ButtonLink>
          </div>
        </div>
      </div>
    </div>
  );
}

function Words({ drop, locale, product }: { drop: DropPage; locale: Locale; product: string }) {
  const t = translator(locale, 'drops');
  const { wave } = drop;
  const past = drop.phase === 'ended' || drop.phase === 'cancelled';
  return (
    <header className="grid gap-3">
      <p className="text-sm font-semibold text-accent-ink">{product}</p>
      <h1 className="text-title">{localText(locale, drop.title, drop.titleZh)}</h1>
      <p className="max-w-[62ch] text-lead whitespace-pre-line text-muted">{localText(locale, drop.summary, drop.summaryZh)}</p>
      {wave && (
        <div className="mt-1 flex flex-wrap items-center gap-x-6 gap-y-2 text-[0.9375rem]">
          <DropPhase phase={drop.phase} opensAt={wave.opensAt.toISOString()} closesAt={wave.closesAt.toISOString()} />
          <dl className="contents">
            <div className="flex gap-1.5"><dt className="text-muted">{t(past ? 'openedLabel' : 'opensLabel')}</dt><dd><DateTime at={wave.opensAt} locale={locale} format="moment" /></dd></div>
            <div className="flex gap-1.5"><dt className="text-muted">{t(past ? 'endedLabel' : 'closesLabel')}</dt><dd><DateTime at={wave.closesAt} locale={locale} format="moment" /></dd></div>
          </dl>
          <span className="numerals text-muted">{t('units', { count: wave.units })}</span>
        </div>
      )}
    </header>
  );
}
