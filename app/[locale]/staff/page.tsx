import { ArrowRight } from 'lucide-react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { roleName } from '@/components/members/staff/role-name';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { staffSectionsFor } from '@/lib/domains';
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
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        eyebrow={actor.roles.map((role) => roleName(locale, role)).join(' · ')}
      />
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
