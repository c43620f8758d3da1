import { Ban, KeyRound, TriangleAlert } from 'lucide-react';

import { roleName } from '@/components/members/staff/role-name';
import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { Timeline } from '@/components/ui/timeline';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { StaffMember } from '@/lib/members/queries';

/** What staff did about a member, newest first. */
export function MemberHistory({ locale, member }: { locale: Locale; member: StaffMember }) {
  const t = translator(locale, 'staff');
  const items = historyOf(locale, member).toSorted((a, b) => b.at.getTime() - a.at.getTime());
  return (
    <Card as="section">
      <SectionHead title={t('member.history')} />
      {items.length === 0 ? (
        <p className="text-muted">{t('member.noHistory')}</p>
      ) : (
        <Timeline
          label={t('member.history')}
          items={items.map(({ at, ...item }) => ({
            ...item,
            time: <DateTime at={at.toISOString()} locale={locale} format="moment" />,
          }))}
        />
      )}
    </Card>
  );
}

function historyOf(locale: Locale, { warnings, suspensions, roleChanges }: StaffMember) {
  const t = translator(locale, 'staff');
  const by = (who: { name: string } | null) => who?.name ?? t('member.nobody');
  return [
    ...warnings.map((warning) => ({
      key: warning.id,
      at: warning.at,
      title: t('member.wasWarned', { by: by(warning.by) }),
      body: warning.reason,
      icon: <TriangleAlert aria-hidden />,
      tone: 'warning' as const,
    })),
    ...suspensions.map(({ id, at, by: who, until, reason, liftedAt, liftReason }) => ({
      key: id,
      at,
      icon: <Ban aria-hidden />,
      tone: 'danger' as const,
      title: until
        ? t.rich('member.wasSuspended', {
            by: by(who),
            until: () => <DateTime key="until" at={until.toISOString()} locale={locale} />,
          })
        : t('member.wasSuspendedOpen', { by: by(who) }),
      body: (
        <>
          <bdi>{reason}</bdi>
          {liftedAt && (
            <span className="block text-muted">
              {liftReason ? t('member.wasLifted', { reason: liftReason }) : t('member.wasReplaced')}
            </span>
          )}
        </>
      ),
    })),
    ...roleChanges.flatMap(({ id, at, role, given, reason, by: who }) =>
      role
        ? [
            {
              key: id,
              at,
              title: t(given ? 'member.gotRole' : 'member.lostRole', { role: roleName(locale, role), by: by(who) }),
              body: reason,
              icon: <KeyRound aria-hidden />,
              tone: 'accent' as const,
            },
          ]
        : [],
    ),
  ];
}
