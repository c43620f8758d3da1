import type { ReactNode } from 'react';

import { SkipLink } from '@/components/shell/skip-link';
import type { Locale } from '@/lib/core/locale';
import type { StaffAreaSections } from '@/lib/domains';

import { StaffShell } from './staff-shell';

type Props = { locale: Locale; areas: StaffAreaSections[]; foot: ReactNode; children: ReactNode };

/** The frame of the staff pages; the style sheet takes away the shop's header and footer where it stands. */
export function StaffFrame({ locale, areas, foot, children }: Props) {
  return (
    <div data-staff-frame>
      <SkipLink locale={locale} to="staff-page" />
      <StaffShell locale={locale} areas={areas}>
        <div id="staff-page" tabIndex={-1} className="min-w-0 flex-1 outline-none">
          {children}
          {foot}
        </div>
      </StaffShell>
    </div>
  );
}
