import { randomUUID } from 'node:crypto';

import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { CreditEntries } from '@/components/credit/entries';
import { accountTitle } from '@/components/credit/staff/account-title';
import { AdjustForm } from '@/components/credit/staff/adjust-form';
import { CreditState } from '@/components/credit/staff/credit-table';
import { DisableForm } from '@/components/credit/staff/disable-form';
import { ShopTime } from '@/components/forms/shop-time';
import { MemberLink } from '@/components/members/member-link';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Card, SectionHead } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { Money } from '@/components/ui/money';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { canAdjustCredit, standOf } from '@/lib/credit/policy';
import { getCredit, type StaffCredit } from '@/lib/credit/queries';
import { paths } from '@/lib/paths';
import { homeCurrency } from '@/lib/web/brand';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale; id: string }> };

export const instant = false;

const find = cache(async (id: string) => {
  const read = reading(await requirePermission('credit.read'));
  return { read, account: (isUuid(id) ? await getCredit(read, { id }) : null) ?? notFound() };
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  return memberMetadata(accountTitle((await find(id)).account, locale));
});

/** One balance for staff: what is on it, what moved it, and what can be done. */
export default pageOrMissing(async function StaffCreditAccountPage({ params }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const { read, account } = await find(id);
  const { currency, balanceMinor, member, expiresAt, kind } = account;
  const home = await homeCurrency();
  const t = translator(locale, 'credit');
  const here = inLocale(locale, paths.staff('credit'));
  const title = accountTitle(account, locale);
  return (
    <div className="page pb-16">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs items={[{ label: t('staff.title'), href: here }, { label: title }]} label={t('staff.title')} />
        }
        title={title}
        meta={
          <>
            <CreditState stand={standOf(account, read.now)} locale={locale} />
            {member && <MemberLink member={member} locale={locale} className="text-accent-ink underline" />}
            {expiresAt && (
              <span>{t.rich('staff.expires', { time: () => <ShopTime at={expiresAt} locale={locale} /> })}</span>
            )}
          </>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <Card as="section" className="min-w-0">
          <SectionHead title={t('entries')} />
          <CreditEntries
            entries={account.entries.map((entry) => ({ ...entry, more: <About entry={entry} locale={locale} /> }))}
            caption={t('entries')}
            {...{ currency, locale, home }}
          />
        </Card>
        <Card as="section" className="grid gap-4">
          <div>
            <p className="text-sm text-muted">{t('balance')}</p>
            <p className="mt-1 font-display text-heading">
              <Money amount={balanceMinor} {...{ currency, locale, home }} />
            </p>
          </div>
          {canAdjustCredit(read.actor) && <AdjustForm accountId={id} currency={currency} once={randomUUID()} />}
          {canAdjustCredit(read.actor) && kind === 'GIFT_CARD' && (
            <DisableForm accountId={id} isDisabled={account.disabledAt !== null} />
          )}
        </Card>
      </div>
    </div>
  );
});

function About({ entry: { order, by, reason }, locale }: { entry: StaffCredit['entries'][number]; locale: Locale }) {
  return (
    <span className="flex flex-wrap gap-x-3 break-words">
      {order && <TextLink href={inLocale(locale, paths.staff('orders', order.number))}>{order.number}</TextLink>}
      {by && <bdi>{by.name}</bdi>}
      {reason && <span dir="auto">{reason}</span>}
    </span>
  );
}
