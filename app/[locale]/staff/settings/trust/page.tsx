import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { SettingsTabs } from '@/components/markets/staff/settings-tabs';
import { TrustForm } from '@/components/members/staff/trust-form';
import { PageHeader } from '@/components/ui/page-header';
import { readSettings } from '@/lib/core/shop-settings';
import type { Locale } from '@/lib/core/locale';
import { trustSettings } from '@/lib/members/trust-settings';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requirePermission('members.setTrustRule');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'members')('trustSettings.title'));
});

export default pageOrMissing(async function StaffTrustPage({ params }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const t = translator(locale, 'members');
  const { version, ...rule } = await readSettings(trustSettings);
  const names = ([1, 2, 3] as const).map((level) => t(`trust.name${level}`));
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader title={t('trustSettings.title')} lead={t('trustSettings.lead')} className="mb-0! pb-0!" />
      <SettingsTabs actor={actor} current="trust" locale={locale} />
      <TrustForm key={version} rule={rule} shown={version} names={names} />
    </div>
  );
});
