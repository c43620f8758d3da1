import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { Plus } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { Table } from '@/components/ui/table';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { listStaffReleases, type StaffRelease } from '@/lib/feedback/queries';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

const enter = () => requirePermission('feedback.release');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'feedback')('releasesStaff.title'));
});

export default pageOrMissing(async function StaffReleasesPage({ params }: Props) {
  const { locale } = await params;
  const releases = await listStaffReleases(reading(await enter()));
  const t = translator(locale, 'feedback');
  const fresh = inLocale(locale, paths.staff('releases', 'new'));
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('releasesStaff.title')}
        lead={t('releasesStaff.lead')}
        actions={
          <ButtonLink variant="primary" href={fresh} icon={<Plus aria-hidden />}>
            {t('releasesStaff.new')}
          </ButtonLink>
        }
      />
      {releases.length === 0 ? (
        <EmptyState title={t('releasesStaff.empty')} />
      ) : (
        <Card flush>
          <Table caption={t('releasesStaff.title')} rows={releases} rowKey={({ id }) => id} columns={columns(locale)} />
        </Card>
      )}
    </div>
  );
});

function columns(locale: Locale) {
  const t = translator(locale, 'feedback');
  const name = ({ product }: StaffRelease) => localText(locale, product.title, product.titleZh);
  return [
    {
      key: 'title',
      header: t('releasesStaff.name'),
      lead: true,
      cell: (row: StaffRelease) => (
        <Link
          className="hover:text-accent-ink hover:underline hover:underline-offset-4"
          href={inLocale(locale, paths.staff('releases', row.id))}
        >
          {localText(locale, row.title, row.titleZh)}
        </Link>
      ),
    },
    { key: 'version', header: t('releaseForm.version'), cell: (row: StaffRelease) => `${name(row)} ${row.version}` },
    { key: 'kind', header: t('releaseForm.kind'), cell: (row: StaffRelease) => t(`kind.${row.kind}`) },
    { key: 'ideas', header: t('releasesStaff.ideas'), align: 'end' as const, cell: (row: StaffRelease) => row.ideas },
    {
      key: 'state',
      header: t('releasesStaff.state'),
      cell: (row: StaffRelease) =>
        row.publishedAt ? (
          <DateTime at={row.publishedAt} locale={locale} />
        ) : (
          <Badge tone="straw">{t('releasesStaff.draft')}</Badge>
        ),
    },
  ];
}
