import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { OpeningForm } from '@/components/brand/staff/opening-form';
import { ButtonLink } from '@/components/ui/button';
import { Card, SectionHead } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { SettingsTabs } from '@/components/markets/staff/settings-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { readOpening } from '@/lib/core/opening';
import { inLocale } from '@/lib/core/paths';
import { countLeft, readSetup } from '@/lib/flows/members/read-setup';
import { countListed } from '@/lib/news/queries';
import { paymentsState } from '@/lib/outside/payments';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requirePermission('brand.open');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'brand')('opening.title'));
});

/** Whether the site is open, what the checklist lacks, and the act that opens or closes it. */
export default pageOrMissing(async function StaffOpeningPage({ params }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const [opening, listed] = await Promise.all([readOpening(), countListed(reading(actor))]);
  // The checklist is for who has yet to open.
  const steps = opening.open ? [] : await readSetup(reading(actor));
  const t = translator(locale, 'brand');
  const left = countLeft(steps);
  const payments = paymentsState();
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader
        title={t('opening.title')}
        lead={t(opening.open ? 'opening.leadOpen' : 'opening.leadClosed')}
        className="mb-0! pb-0!"
      />
      <SettingsTabs actor={actor} current="opening" locale={locale} />
      {!opening.open && (
        <section aria-labelledby="checklist">
          <SectionHead id="checklist" title={t('opening.checklist')} />
          <Card className="flex flex-wrap items-center justify-between gap-4">
            <p className="max-w-prose">{t('opening.checklistLead', { left })}</p>
            {may(actor, 'members.manageRoles') && (
              <ButtonLink href={inLocale(locale, paths.staff('setup'))}>{t('opening.goChecklist')}</ButtonLink>
            )}
          </Card>
        </section>
      )}
      {payments !== 'done' && (
        <Notice tone="warning" title={t(`opening.payments.${payments}.title`)}>
          {t(`opening.payments.${payments}.body`)}
        </Notice>
      )}
      <OpeningForm opening={opening} />
      {listed > 0 && (
        <p className="text-muted">
          {t('opening.listed', { count: listed })}{' '}
          {may(actor, 'news.export') && (
            <TextLink href={inLocale(locale, paths.staff('settings', 'news'))}>{t('opening.seeListed')}</TextLink>
          )}
        </p>
      )}
    </div>
  );
});
