import type { ReactNode } from 'react';

import { MemberLink } from '@/components/members/member-link';
import { Avatar } from '@/components/ui/avatar';
import type { Locale } from '@/lib/core/locale';

type Props = {
  member: { handle: string | null; name: string; avatar: string | null };
  locale: Locale;
  /** In what part they speak, and when. */
  children: ReactNode;
};

/** Who said something in public. */
export function Speaker({ member, locale, children }: Props) {
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
      <Avatar name={member.name} src={member.avatar} size="xs" />
      <MemberLink member={member} locale={locale} className="font-semibold text-ink wrap-anywhere" />
      {children}
    </p>
  );
}
