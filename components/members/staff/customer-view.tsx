import type { ReactNode } from 'react';

import { ShowEmail } from '@/components/staff/member-acts';
import { Card, SectionHead } from '@/components/ui/card';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { StaffMember } from '@/lib/members/queries';

type Props = { member: StaffMember; reads: boolean; locale: Locale; children: ReactNode };

/** A customer without an account: what that means, and the address for who may read it. */
export function CustomerView({ member, reads, locale, children }: Props) {
  const t = translator(locale, 'staff');
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <Card as="section">
        <SectionHead title={t('member.customerTitle')} lead={t('member.customerLead')} />
        <p className="text-muted">{t('member.customerLanguage', { locale: member.locale })}</p>
      </Card>
      <div className="grid gap-6">
        {reads && <ShowEmail memberId={member.id} />}
        {children}
      </div>
    </div>
  );
}
