import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { SettingsTabs } from '@/components/markets/staff/settings-tabs';
import { ReasonList } from '@/components/moderation/staff/reason-list';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { listReasons } from '@/lib/moderation/queries';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requirePermission('moderation.setReasons');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'moderation')('reasons.title'));
});

/** Why members report a post: the reasons, their words and their order. */
export default pageOrMissing(async function StaffReasonsPage({ params }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const t = translator(locale, 'moderation');
  const { version, reasons } = await listReasons(reading(actor));
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader title={t('reasons.title')} lead={t('reasons.lead')} className="mb-0! pb-0!" />
      <SettingsTabs actor={actor} current="reasons" locale={locale} />
      <ReasonList reasons={reasons} shown={version} locale={locale} />
    </div>
  );
});
