import type { Metadata } from 'next';

import { pageOrMissing } from '@/app/[locale]/or-missing';
import { PostedForm } from '@/components/forms/posted-form';
import { StaffNav } from '@/components/staff/staff-nav';
import { isLocale } from '@/lib/core/locale';
import { staffSectionsFor } from '@/lib/domains';
import { readPosted } from '@/lib/web/posted';
import { requireStaff } from '@/lib/web/session';

// These pages are rendered for the member who asks.
export const instant = false;

export const metadata: Metadata = { robots: { index: false, follow: false } };

/** The staff house; to everyone else it is not there. Each room checks its own key again. */
export default pageOrMissing(async function StaffLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const { locale } = await params;
  const actor = await requireStaff();
  return (
    <PostedForm posted={await readPosted()}>
      {isLocale(locale) && <StaffNav locale={locale} rooms={staffSectionsFor(actor)} />}
      {children}
    </PostedForm>
  );
});
