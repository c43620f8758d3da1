import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { PointTable } from '@/components/service/staff/point-table';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { listForStaff } from '@/lib/service/queries';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requirePermission('service.edit');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'service')('staff.title'));
});

/** The directory of service points for those who keep it. */
export default pageOrMissing(async function StaffServicePage({ params }: Props) {
  const { locale } = await params;
  const points = await listForStaff(reading(await enter()));
  const t = translator(locale, 'service');
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('staff.title')}
        lead={t('staff.lead')}
        actions={
          <ButtonLink variant="primary" href={inLocale(locale, paths.staff('service', 'new'))}>
            {t('staff.new')}
          </ButtonLink>
        }
      />
      <PointTable points={points} locale={locale} />
    </div>
  );
});
