import type { Metadata } from 'next';

import { CreditEntries } from '@/components/credit/entries';
import { RedeemForm } from '@/components/credit/redeem-form';
import { Card, SectionHead } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { Money } from '@/components/ui/money';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { creditPage } from '@/lib/credit/own-page';
import { listOwnCredit, type OwnBalance } from '@/lib/credit/queries';
import { paths } from '@/lib/paths';
import { homeCurrency } from '@/lib/web/brand';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { localeOf } from '@/lib/web/params';
import { requireMember } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return memberMetadata(translator(await localeOf(params), 'credit')('title'));
}

/** A member's store credit: what there is, what moved it, and a gift card that comes onto it. */
export default async function CreditPage({ params }: Props) {
  const locale = await localeOf(params);
  const actor = await requireMember(locale, creditPage());
  const balances = await listOwnCredit(reading(actor));
  const home = await homeCurrency();
  const t = translator(locale, 'credit');
  return (
    <div className="page pb-16">
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="grid min-w-0 gap-6">
          {balances.length === 0 && (
            <Card as="section">
              <p className="text-muted">{t('empty')}</p>
            </Card>
          )}
          {balances.map((balance) => (
            <Balance key={balance.id} balance={balance} locale={locale} home={home} />
          ))}
        </div>
        <Card as="section">
          <SectionHead title={t('redeemTitle')} />
          <RedeemForm />
        </Card>
      </div>
    </div>
  );
}

type BalanceProps = { balance: OwnBalance; locale: Locale; home: string };

function Balance({ balance: { currency, balanceMinor, entries }, locale, home }: BalanceProps) {
  const t = translator(locale, 'credit');
  const shown = entries.map(({ order, ...entry }) => ({
    ...entry,
    more: order && <TextLink href={inLocale(locale, paths.order(order.number))}>{order.number}</TextLink>,
  }));
  return (
    <Card as="section">
      <p className="text-sm text-muted">{t('balance')}</p>
      <p className="mt-1 mb-6 font-display text-heading">
        <Money amount={balanceMinor} {...{ currency, locale, home }} />
      </p>
      {shown.length > 0 && <CreditEntries entries={shown} caption={t('entries')} {...{ currency, locale, home }} />}
    </Card>
  );
}
