import type { ReactNode } from 'react';

import { mainId, SkipLink } from '@/components/shell/skip-link';
import type { Locale } from '@/lib/core/locale';
import type { StaffAreaSections } from '@/lib/domains';

import { StaffShell } from './staff-shell';

type Props = {
  locale: Locale;
  areas: StaffAreaSections[];
  counts: Record<string, number>;
  foot: ReactNode;
  children: ReactNode;
};

/** The frame of the staff pages, in place of the site's header and footer. */
export function StaffFrame({ locale, areas, counts, foot, children }: Props) {
  return (
    <>
      <SkipLink locale={locale} />
      <StaffShell locale={locale} areas={areas} counts={counts}>
        <main id={mainId} tabIndex={-1} className="min-w-0 flex-1 outline-none">
          {children}
          {foot}
        </main>
      </StaffShell>
    </>
  );
}
