import { EditPointPage } from '@/app/[locale]/staff/service/edit-point';
import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import type { Locale } from '@/lib/core/locale';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requirePermission('service.edit');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'service')('staff.new'));
});

export default pageOrMissing(async function NewPointPage({ params }: Props) {
  await enter();
  return <EditPointPage locale={(await params).locale} />;
});
