import type { Metadata } from 'next';

import { frameOrMissing } from '@/app/[locale]/or-missing';
import { PostedForm } from '@/components/forms/posted-form';
import { TrialBar } from '@/components/shell/trial-bar';
import { StaffWords } from '@/components/i18n/staff-words';
import { RunningVersion } from '@/components/staff/running-version';
import { StaffFrame } from '@/components/staff/frame/staff-frame';
import { staffAreasFor } from '@/lib/domains';
import { readWaiting } from '@/lib/web/read-dashboard';
import { localeOf } from '@/lib/web/params';
import { readPosted } from '@/lib/web/next-quirks/posted';
import { requireStaff } from '@/lib/web/session';
import { triesPayments } from '@/lib/web/tries-payments';

// These pages are rendered for the member who asks.
export const instant = false;

export const metadata: Metadata = { robots: { index: false, follow: false } };

/** The staff pages; everyone else gets a 404. Each section checks its own permission again. */
export default frameOrMissing(async function StaffLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const locale = await localeOf(params);
  const actor = await requireStaff();
  const waiting = await readWaiting(actor);
  const counts = Object.fromEntries(waiting.map(({ section, count }) => [section, count]));
  const areas = staffAreasFor(actor);
  return (
    <StaffWords locale={locale}>
      <PostedForm posted={await readPosted()}>
        <StaffFrame locale={locale} areas={areas} counts={counts} foot={<RunningVersion locale={locale} />}>
          {triesPayments() && <TrialBar locale={locale} />}
          {children}
        </StaffFrame>
      </PostedForm>
    </StaffWords>
  );
});
