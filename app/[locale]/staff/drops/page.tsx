import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { DropPhase } from '@/components/drops/drop-phase';
import { ZoneNote } from '@/components/forms/zone-note';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ShopTime } from '@/components/forms/shop-time';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Table } from '@/components/ui/table';
import { reading } from '@/lib/core/context';
import { groupDigits } from '@/lib/core/digits';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { listDropsForStaff } from '@/lib/drops/queries';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const enter = () => requirePermission('drops.run');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  const { locale } = (await params) as { locale: Locale };
  return memberMetadata(translator(locale, 'drops')('staff.title'));
});

export default pageOrMissing(async function StaffDropsPage({ params, searchParams }: Props) {
  const { locale } = (await params) as { locale: Locale };
  const actor = await enter();
  const { after } = await pageQuery(searchParams);
  const t = translator(locale, 'drops');
  const { drops, next } = await listDropsForStaff(reading(actor), { after });
  const plan = (
    <ButtonLink variant="primary" href={inLocale(locale, paths.staff('drops', 'new'))}>
      {t('staff.plan')}
    </ButtonLink>
  );
  return (
    <div className="page pb-16">
      <PageHeader title={t('staff.title')} lead={t('staff.lead')} actions={plan} />
      {drops.length === 0 ? (
        <EmptyState illustration="drop-opening" title={t('staff.none')} action={plan}>
          {t('staff.noneBody')}
        </EmptyState>
      ) : (
        <div className="grid gap-3">
          <ZoneNote />
          <DropsTable drops={drops} locale={locale} />
        </div>
      )}
      <Pagination
        label={t('staff.title')}
        next={
          next
            ? { href: withQuery(inLocale(locale, paths.staff('drops')), { after: next }), label: t('staff.older') }
            : null
        }
      />
    </div>
  );
});

type Listed = Awaited<ReturnType<typeof listDropsForStaff>>['drops'];

function DropsTable({ drops, locale }: { drops: Listed; locale: Locale }) {
  const t = translator(locale, 'drops');
  return (
    <Card flush>
      <Table
        caption={t('staff.title')}
        rows={drops}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'title',
            header: t('staff.name'),
            lead: true,
            cell: (drop) => (
              <Link href={inLocale(locale, paths.staff('drops', drop.id))} className="hover:text-accent-ink">
                {localText(locale, drop.title, drop.titleZh)}
              </Link>
            ),
          },
          {
            key: 'product',
            header: t('staff.product'),
            cell: ({ product }) => localText(locale, product.title, product.titleZh),
          },
          {
            key: 'when',
            header: t('opensLabel'),
            cell: ({ wave }) => wave && <ShopTime at={wave.opensAt} locale={locale} />,
          },
          {
            key: 'sold',
            header: t('staff.sold'),
            align: 'end',
            cell: ({ wave }) => wave && `${groupDigits(wave.units - wave.remaining)} / ${groupDigits(wave.units)}`,
          },
          {
            key: 'state',
            header: t('staff.state'),
            cell: ({ phase, wave }) =>
              wave && (
                <DropPhase phase={phase} opensAt={wave.opensAt.toISOString()} closesAt={wave.closesAt.toISOString()} />
              ),
          },
        ]}
      />
    </Card>
  );
}
