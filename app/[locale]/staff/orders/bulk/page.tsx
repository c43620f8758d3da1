import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { isOrderAct } from '@/components/orders/staff/bulk/bulk-words';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { Table, type Column } from '@/components/ui/table';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { listBulks, type BulkShown } from '@/lib/lists/queries/bulks';
import { paths } from '@/lib/paths';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

const enter = () => requirePermission('orders.read');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'lists')('bulk.title'));
});

export default pageOrMissing(async function OrderBulksPage({ params }: Props) {
  const { locale } = await params;
  const rows = await listBulks(reading(await enter()), { list: 'orders' });
  const t = translator(locale, 'lists');
  const orders = inLocale(locale, paths.staff('orders'));
  const crumbs = [{ label: translator(locale, 'orders')('staff.title'), href: orders }, { label: t('bulk.title') }];
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('bulk.title')}
        lead={t('bulk.lead')}
        breadcrumbs={<Breadcrumbs label={t('bulk.title')} items={crumbs} />}
      />
      {rows.length === 0 ? (
        <EmptyState
          title={t('bulk.none')}
          action={<ButtonLink href={orders}>{translator(locale, 'orders')('staff.bulk.back')}</ButtonLink>}
        >
          {t('bulk.noneBody')}
        </EmptyState>
      ) : (
        <Card flush>
          <Table caption={t('bulk.title')} columns={columns(locale)} rows={rows} rowKey={({ id }) => id} />
        </Card>
      )}
    </div>
  );
});

function columns(locale: Locale): Column<BulkShown>[] {
  const t = translator(locale, 'lists');
  const orders = translator(locale, 'orders');
  return [
    {
      key: 'act',
      header: t('bulk.act'),
      lead: true,
      cell: ({ id, act }) => (
        <TextLink href={inLocale(locale, paths.staff('orders', 'bulk', id))}>
          {isOrderAct(act) ? orders(`staff.bulk.names.${act}`) : act}
        </TextLink>
      ),
    },
    { key: 'by', header: t('bulk.by'), cell: ({ member }) => <bdi>{member.name}</bdi> },
    {
      key: 'at',
      header: t('bulk.at'),
      cell: ({ startedAt }) => startedAt && <DateTime at={startedAt} locale={locale} format="moment" />,
    },
    {
      key: 'state',
      header: orders('staff.state'),
      cell: ({ endedAt, stopped }) => t(`bulk.states.${endedAt ? (stopped ? 'stopped' : 'ended') : 'running'}`),
    },
    {
      key: 'result',
      header: t('bulk.result'),
      cell: ({ done, refused, total }) => t('bulk.tally', { done, refused, total }),
    },
  ];
}
