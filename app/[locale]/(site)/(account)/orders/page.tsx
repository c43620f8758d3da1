import type { Metadata } from 'next';

import { OwnParts } from '@/components/drops/own-parts';
import { Words } from '@/components/i18n/words';
import { OrdersList } from '@/components/orders/orders-list';
import { ButtonLink } from '@/components/ui/button';
import { SectionHead } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { readMoment, writeCursor } from '@/lib/core/cursor';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { creditPage } from '@/lib/credit/own-page';
import { listOwnParts } from '@/lib/drops/queries/list-own-parts';
import { listOwnOrders, ownOrdersPage } from '@/lib/orders/queries';
import { memberMetadata } from '@/lib/web/metadata';
import { localeOf, pageQuery } from '@/lib/web/params';
import { requireMember } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return memberMetadata(translator(await localeOf(params), 'orders')('list.title'));
}

export default async function OrdersPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { before } = await pageQuery(searchParams);
  const actor = await requireMember(locale, paths.orders());
  const [rows, parts] = await Promise.all([
    listOwnOrders(reading(actor), { before: readMoment(before) ?? undefined }),
    before ? [] : listOwnParts(reading(actor)),
  ]);
  const orders = rows.slice(0, ownOrdersPage);
  const t = translator(locale, 'orders');
  const home = inLocale(locale, paths.orders());
  const last = rows.length > ownOrdersPage ? orders.at(-1) : undefined;
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        meta={<TextLink href={inLocale(locale, creditPage())}>{t('list.credit')}</TextLink>}
      />
      {parts.length > 0 && (
        <Words locale={locale} of={['drops']}>
          <OwnParts parts={parts} />
        </Words>
      )}
      {parts.length > 0 && orders.length > 0 && <SectionHead title={t('list.placed')} />}
      {orders.length > 0 ? <OrdersList orders={orders} locale={locale} /> : <Empty locale={locale} />}
      <Pagination
        label={t('list.pages')}
        previous={before ? { href: home, label: t('list.newer') } : null}
        next={
          last
            ? { href: withQuery(home, { before: writeCursor(last.createdAt, last.id) }), label: t('list.older') }
            : null
        }
      />
    </div>
  );
}

function Empty({ locale }: { locale: Locale }) {
  const t = translator(locale, 'orders');
  const action = (
    <ButtonLink href={inLocale(locale, paths.drops())} variant="primary">
      {t('list.toDrops')}
    </ButtonLink>
  );
  return (
    <EmptyState title={t('list.empty')} illustration="cart" action={action}>
      {t('list.emptyBody')}
    </EmptyState>
  );
}
