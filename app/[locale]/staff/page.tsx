import { ArrowRight } from 'lucide-react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { roleName } from '@/components/members/staff/role-name';
import { Link } from '@/components/ui/link';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { staffSectionsFor } from '@/lib/domains';
import { readSetup } from '@/lib/flows/members/read-setup';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requireStaff } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requireStaff();

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  const { locale } = await params;
  return memberMetadata(translator(locale, 'staff')('title'));
});

export default pageOrMissing(async function StaffPage({ params }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const t = translator(locale, 'staff');
  const steps = may(actor, 'members.manageRoles') ? await readSetup(reading(actor)) : [];
  const left = steps.filter(({ done }) => !done).length;
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        eyebrow={actor.roles.map((role) => roleName(locale, role)).join(' · ')}
      />
      {left > 0 && (
        <Notice
          tone="accent"
          className="mb-6"
          title={t('setupPage.title')}
          action={<ButtonLink href={inLocale(locale, paths.staff('setup'))}>{t('setupPage.see')}</ButtonLink>}
        >
          {t('setupPage.lead', { left })}
        </Notice>
      )}
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {staffSectionsFor(actor).map((section) => (
          <li key={section}>
            <Link
              href={inLocale(locale, paths.staff(section))}
              className="group flex h-full items-center gap-4 rounded-xl border border-line bg-surface p-5 transition-colors hover:border-field-line hover:bg-hover"
            >
              <span className="min-w-0 flex-1">
                <span className="block font-display text-subheading">{t(`rooms.${section}`)}</span>
                <span className="mt-1 block text-muted">{t(`about.${section}`)}</span>
              </span>
              <ArrowRight
                aria-hidden
                className="size-5 shrink-0 text-muted transition-transform group-hover:translate-x-0.5"
              />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
});
