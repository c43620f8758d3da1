import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { KeyTable } from '@/components/api/staff/key-table';
import { MakeKeyForm } from '@/components/api/staff/make-key-form';
import { SettingsTabs } from '@/components/markets/staff/settings-tabs';
import { ButtonLink } from '@/components/ui/button';
import { SectionHead } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { mostKeys } from '@/lib/api/schema';
import { scopesFor } from '@/lib/api/scopes';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { listShownKeys } from '@/lib/flows/api/list-keys';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requirePermission('api.manageKeys');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'api')('title'));
});

/** The keys with which programs speak to the shop: those that there are, and a new one. */
export default pageOrMissing(async function StaffApiPage({ params }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const t = translator(locale, 'api');
  const keys = await listShownKeys(reading(actor));
  const scopes = scopesFor(actor);
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        className="mb-0! pb-0!"
        actions={
          <ButtonLink href={inLocale(locale, paths.staff('settings', 'api', 'reference'))}>
            {translator(locale, 'apiReference')('open')}
          </ButtonLink>
        }
      />
      <SettingsTabs actor={actor} current="api" locale={locale} />
      {scopes.length > 0 ? <MakeKeyForm scopes={scopes} /> : <Notice>{t('make.nothing')}</Notice>}
      <section aria-labelledby="keys">
        <SectionHead id="keys" title={t('keys.title')} lead={t('keys.lead', { most: mostKeys })} />
        {keys.length > 0 ? <KeyTable keys={keys} locale={locale} /> : <p className="text-muted">{t('keys.none')}</p>}
      </section>
    </div>
  );
});
