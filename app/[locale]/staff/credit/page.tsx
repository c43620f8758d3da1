import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { CreditTable } from '@/components/credit/staff/credit-table';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Plus } from '@/components/ui/icons';
import { Money } from '@/components/ui/money';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Stat, Stats } from '@/components/ui/stat';
import { reading } from '@/lib/core/context';
import { readMoment, writeCursor } from '@/lib/core/cursor';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { canIssueCredit } from '@/lib/credit/policy';
import { listCredit, sumCredit } from '@/lib/credit/queries';
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

const enter = () => requirePermission('credit.read');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'credit')('staff.title'));
});

/** Store credit and gift cards, the newest first, and what the shop owes by them. */
export default pageOrMissing(async function StaffCreditPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const read = reading(await enter());
  const after = readMoment((await pageQuery(searchParams)).after);
  const { rows, last } = await listCredit(read, { after });
  const [sums, home, t] = [await sumCredit(read), await homeCurrency(), translator(locale, 'credit')];
  const here = inLocale(locale, paths.staff('credit'));
  const start = canIssueCredit(read.actor) && (
    <ButtonLink variant="primary" href={inLocale(locale, paths.staff('credit', 'new'))} icon={<Plus aria-hidden />}>
      {t('staff.new')}
    </ButtonLink>
  );
  return (
    <div className="page pb-16">
      <PageHeader title={t('staff.title')} lead={t('staff.lead')} actions={rows.length > 0 && start} />
      {rows.length === 0 ? (
        <EmptyState title={t('staff.none')} action={start || undefined}>
          {t('staff.noneBody')}
        </EmptyState>
      ) : (
        <div className="grid gap-6">
          <Card as="section">
            <Stats>
              {sums.map(({ currency, balanceMinor }) => (
                <Stat
                  key={currency}
                  label={t('staff.owed', { currency })}
                  value={<Money amount={balanceMinor} {...{ currency, locale, home }} />}
                />
              ))}
            </Stats>
          </Card>
          <CreditTable rows={rows} now={read.now} locale={locale} home={home} />
        </div>
      )}
      <Pagination
        label={t('staff.pages')}
        previous={after ? { href: here, label: t('staff.newest') } : null}
        next={
          last ? { href: withQuery(here, { after: writeCursor(last.at, last.id) }), label: t('staff.older') } : null
        }
      />
    </div>
  );
});
