import { ArrowLeft } from 'lucide-react';

import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { DropPage, Report, ReportPage } from '@/lib/drops/queries';

import { DropPhase } from '../drop-phase';
import { DropRules } from '../drop-rules';
import { CheckLedger } from '@/components/proofs/check-ledger';
import { ReportAdded } from './report-added';
import { ReportRefusals } from './report-refusals';
import { ReportShort } from './report-short';
import { ReportUnits } from './report-units';
import { ReportWaves } from './report-waves';

type Props = { drop: DropPage; page: ReportPage; locale: Locale };

/** What came of a drop: its figures, its rule, and its ledger to be checked. */
export function ReportView({ drop, page, locale }: Props) {
  const t = translator(locale, 'drops');
  const { report } = page;
  return (
    <div className="page pb-16">
      <Head drop={drop} page={page} locale={locale} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-12">
        {report ? (
          <Figures drop={drop} page={page} report={report} locale={locale} />
        ) : (
          <EmptyState
            illustration="drop-opening"
            level={2}
            title={t('report.soon')}
            action={<BackLink drop={drop} locale={locale} />}
          >
            {t('report.soonBody')}
          </EmptyState>
        )}
        {page.phase !== 'upcoming' && (
          <CheckLedger slug={drop.slug} variants={variantNames(page, locale)} locale={locale} />
        )}
      </div>
    </div>
  );
}

function Figures({ drop, page, report, locale }: Props & { report: Report }) {
  const t = translator(locale, 'drops');
  const names = variantNames(page, locale);
  return (
    <>
      {drop.cancelReason && (
        <Notice tone="warning" title={t('cancelledTitle')}>
          {drop.cancelReason}
        </Notice>
      )}
      {page.phase === 'sold-out' && <Notice>{t('report.stillOpen')}</Notice>}
      <ReportShort report={report} locale={locale} />
      <ReportUnits report={report} names={names} locale={locale} />
      <ReportWaves waves={page.waves} report={report} locale={locale} />
      <ReportAdded report={report} names={names} locale={locale} />
      <ReportRefusals report={report} locale={locale} />
      <DropRules drop={drop} locale={locale} />
    </>
  );
}

function Head({ drop, page, locale }: Props) {
  const t = translator(locale, 'drops');
  const title = localText(locale, drop.title, drop.titleZh);
  const { wave } = drop;
  const trail = [
    { label: t('title'), href: inLocale(locale, paths.drops()) },
    { label: title, href: inLocale(locale, paths.drop(drop.slug)) },
    { label: t('report.name') },
  ];
  return (
    <PageHeader
      title={t('report.title', { title })}
      lead={page.report ? t('report.lead') : undefined}
      breadcrumbs={<Breadcrumbs label={t('title')} items={trail} />}
      meta={
        wave && (
          <DropPhase phase={page.phase} opensAt={wave.opensAt.toISOString()} closesAt={wave.closesAt.toISOString()} />
        )
      }
      actions={<BackLink drop={drop} locale={locale} />}
    />
  );
}

function BackLink({ drop, locale }: { drop: DropPage; locale: Locale }) {
  const t = translator(locale, 'drops');
  return (
    <ButtonLink href={inLocale(locale, paths.drop(drop.slug))} icon={<ArrowLeft aria-hidden className="size-4" />}>
      {t('report.back')}
    </ButtonLink>
  );
}

function variantNames({ waves }: ReportPage, locale: Locale): Record<string, string> {
  return Object.fromEntries(
    waves.flatMap(({ allotments }) =>
      allotments.map(({ variant }) => [variant.id, localText(locale, variant.title, variant.titleZh)]),
    ),
  );
}
