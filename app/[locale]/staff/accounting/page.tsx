import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { BooksProof } from '@/components/accounting/staff/books-proof';
import { ExportMonth } from '@/components/accounting/staff/export-month';
import { MonthFigures } from '@/components/accounting/staff/month-figures';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { monthAt, monthBeside, monthOf } from '@/lib/accounting/choices/month';
import { figuresOf } from '@/lib/accounting/choices/month-figures';
import { getLastBooksProof } from '@/lib/accounting/prove-books';
import { booksWrittenAt, sumMonth } from '@/lib/accounting/queries';
import type { SignedIn } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { shopZone } from '@/lib/core/current-market';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { homeCurrency } from '@/lib/web/brand';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

const enter = () => requirePermission('accounting.read');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'accounting')('title'));
});

/** The books of a month: this one, where none is named. */
export default pageOrMissing(async function StaffAccountingPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const { month, isLast, writtenAt, figures, proof } = await read(actor, (await pageQuery(searchParams)).month);
  const home = await homeCurrency();
  const t = translator(locale, 'accounting');
  const title = nameOf(month.name, locale);
  const beside = (count: number) => {
    const name = monthBeside(month.name, count);
    const href = withQuery(inLocale(locale, paths.staff('accounting')), { month: name });
    return { href, label: nameOf(name, locale) };
  };
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        meta={
          writtenAt && (
            <span>
              {t.rich('writtenAt', { time: () => <DateTime at={writtenAt} locale={locale} format="moment" /> })}
            </span>
          )
        }
      />
      <h2 className="font-display text-2xl">{title}</h2>
      <div className="mt-4 grid gap-6">
        {figures.map((each) => (
          <MonthFigures key={each.currency} figures={each} locale={locale} home={home} />
        ))}
        {figures.length === 0 && (
          <EmptyState title={t(writtenAt ? 'nothing' : 'never')}>
            {t(writtenAt ? 'nothingBody' : 'neverBody')}
          </EmptyState>
        )}
        {figures.length > 0 && <ExportMonth month={month.name} title={title} locale={locale} />}
      </div>
      <Pagination label={t('months')} previous={beside(-1)} next={isLast ? null : beside(1)} />
      <div className="mt-10 grid gap-6">
        <BooksProof proof={proof} locale={locale} home={home} />
      </div>
    </div>
  );
});

const nameOf = (month: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en', { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-15T00:00:00Z`),
  );

async function read(actor: SignedIn, asked: string | undefined) {
  const ask = reading(actor);
  const zone = await shopZone();
  const now = monthAt(zone, ask.now);
  const month = monthOf(asked ?? now, zone) ?? monthOf(now, zone)!;
  const [rows, writtenAt, proof] = await Promise.all([
    sumMonth(ask, month),
    booksWrittenAt(ask),
    getLastBooksProof(ask),
  ]);
  return { month, isLast: month.name >= now, writtenAt, figures: figuresOf(rows), proof };
}
