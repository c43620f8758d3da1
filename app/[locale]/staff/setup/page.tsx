import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { SetupList } from '@/components/members/staff/setup-list';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { readOpening } from '@/lib/core/opening';
import { inLocale } from '@/lib/core/paths';
import { staffSectionsFor } from '@/lib/domains';
import { countLeft, readSetup } from '@/lib/flows/members/read-setup';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requirePermission('members.manageRoles');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'staff')('setupPage.title'));
});

/** What a shop still lacks before it can open, and where each of it is done. */
export default pageOrMissing(async function StaffSetupPage({ params }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const [steps, opening] = await Promise.all([readSetup(reading(actor)), readOpening()]);
  const t = translator(locale, 'staff');
  const left = countLeft(steps);
  return (
    <div className="page grid gap-6 pb-16">
      <PageHeader
        title={t('setupPage.title')}
        lead={
          opening.open
            ? t('setupPage.leadOpen', { left })
            : left > 0
              ? t('setupPage.lead', { left })
              : t('setupPage.allDone')
        }
        actions={
          may(actor, 'brand.open') &&
          !opening.open && (
            <ButtonLink href={inLocale(locale, paths.staff('settings', 'opening'))} variant="secondary">
              {translator(locale, 'brand')('opening.title')}
            </ButtonLink>
          )
        }
        className="pb-0!"
      />
      <SetupList locale={locale} steps={steps} sections={staffSectionsFor(actor)} />
    </div>
  );
});
