import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { ChartLegend } from '@/components/staff/figures/chart-legend';
import { PeriodFigure } from '@/components/staff/figures/period-figure';
import { ResponseFigure } from '@/components/staff/figures/response-figure';
import { Chip } from '@/components/ui/badge';
import { SectionHead } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { currentBrand } from '@/lib/core/current-brand';
import { shopZone } from '@/lib/core/current-market';
import { inLocale, withQuery } from '@/lib/core/paths';
import type { Locale } from '@/lib/core/locale';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { readToday } from '@/lib/web/read-dashboard';
import { figurePeriods, readAllFigures, readResponses, type FigurePeriod } from '@/lib/web/read-figures';
import { requireStaff } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await requireStaff();
  return memberMetadata(translator((await params).locale, 'staff')('figures.title'));
});

const usual: FigurePeriod = 28;
const grid = 'grid items-start gap-4 sm:grid-cols-2 xl:grid-cols-3';

export default pageOrMissing(async function FiguresPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await requireStaff();
  const { days } = await pageQuery(searchParams);
  const period = figurePeriods.find((each) => String(each) === days) ?? usual;
  const staff = { ...reading(actor), actor };
  const [figures, responses, today, zone, { currency }] = await Promise.all([
    readAllFigures(staff, period),
    readResponses(staff),
    readToday(staff),
    shopZone(),
    currentBrand(),
  ]);
  const t = translator(locale, 'staff');
  const running = today.filter(({ kind }) => kind === 'dropRuns');
  return (
    <div className="page pb-16">
      <PageHeader title={t('figures.title')} lead={t('figures.lead', { zone })} />
      {figures.length > 0 && <ByDay locale={locale} figures={figures} period={period} home={currency} />}
      {responses.length > 0 && <Speed locale={locale} responses={responses} />}
      {running.length > 0 && (
        <section aria-labelledby="running" className="mt-10">
          <SectionHead id="running" title={t('figures.running')} lead={t('figures.runningLead')} />
          <div className="flex flex-wrap gap-2">
            {running.map(({ path, title }) => (
              <Chip key={path} href={inLocale(locale, path)}>
                <bdi>{title[locale]}</bdi>
              </Chip>
            ))}
          </div>
        </section>
      )}
      {figures.length + responses.length === 0 && (
        <EmptyState title={t('figures.none')}>{t('figures.noneBody')}</EmptyState>
      )}
    </div>
  );
});

type ByDayProps = {
  locale: Locale;
  figures: Awaited<ReturnType<typeof readAllFigures>>;
  period: FigurePeriod;
  home: string;
};

function ByDay({ locale, figures, period, home }: ByDayProps) {
  const t = translator(locale, 'staff');
  return (
    <section aria-labelledby="by-day">
      <SectionHead id="by-day" title={t('figures.byDay')} />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <Periods locale={locale} period={period} />
        <ChartLegend front={t('figures.now')} back={t('figures.past')} />
      </div>
      <div className={grid}>
        {figures.map((figure) => (
          <PeriodFigure key={`${figure.name} ${figure.currency ?? ''}`} locale={locale} figure={figure} home={home} />
        ))}
      </div>
    </section>
  );
}

type SpeedProps = { locale: Locale; responses: Awaited<ReturnType<typeof readResponses>> };

function Speed({ locale, responses }: SpeedProps) {
  const t = translator(locale, 'staff');
  return (
    <section aria-labelledby="speed" className="mt-10">
      <SectionHead id="speed" title={t('figures.speed')} lead={t('figures.speedLead')} />
      <div className="mb-4">
        <ChartLegend front={t('figures.median')} back={t('figures.most')} />
      </div>
      <div className={grid}>
        {responses.map((each) => (
          <ResponseFigure key={each.name} locale={locale} {...each} />
        ))}
      </div>
    </section>
  );
}

function Periods({ locale, period }: { locale: Locale; period: FigurePeriod }) {
  const t = translator(locale, 'staff');
  const here = inLocale(locale, paths.staff('figures'));
  return (
    <nav aria-label={t('figures.periods')} className="flex flex-wrap gap-2">
      {figurePeriods.map((count) => (
        <Chip
          key={count}
          href={withQuery(here, { days: count === usual ? undefined : count })}
          current={count === period}
        >
          {t('figures.period', { count })}
        </Chip>
      ))}
    </nav>
  );
}
