import { roleName } from '@/components/members/staff/role-name';
import { TrustBadge } from '@/components/members/trust-rule';
import { Badge } from '@/components/ui/badge';
import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { Stat, Stats } from '@/components/ui/stat';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { StaffMember } from '@/lib/members/queries';

type Props = { locale: Locale; member: StaffMember; suspension?: { until: Date | null } };

/** Where a member stands: trust, roles, how much they take part. */
export function MemberStanding({ locale, member, suspension }: Props) {
  const t = translator(locale, 'staff');
  const { posts, threads, ideaVotes, orders, devices, reports } = member.deeds;
  return (
    <Card as="section">
      <SectionHead title={t('member.standing')} />
      <div className="mb-5 flex flex-wrap gap-2">
        <TrustBadge locale={locale} trust={member.trust} />
        {member.grants.map(({ role, until }) => (
          <Badge key={role.key} tone="accent">
            {until
              ? t.rich('member.roleEnds', { role: roleName(locale, role), until: dateIn(locale, until) })
              : roleName(locale, role)}
          </Badge>
        ))}
        {suspension && (
          <Badge tone="danger">
            {suspension.until
              ? t.rich('member.isSuspended', { until: dateIn(locale, suspension.until) })
              : t('member.isSuspendedOpen')}
          </Badge>
        )}
      </div>
      <Stats>
        <Stat label={t('member.posts')} value={posts} />
        <Stat label={t('member.threads')} value={threads} />
        <Stat label={t('member.votes')} value={ideaVotes} />
        <Stat label={t('member.orders')} value={orders} />
        <Stat label={t('member.owned')} value={devices} />
        <Stat label={t('member.reported')} value={reports} />
      </Stats>
      <p className="mt-5 flex flex-wrap gap-x-6 gap-y-1 text-muted">
        <span>{t.rich('member.joined', { at: dateIn(locale, member.createdAt) })}</span>
        {member.lastSeenAt && <span>{t.rich('member.seen', { at: dateIn(locale, member.lastSeenAt, 'moment') })}</span>}
      </p>
      {member.trustGrant && (
        <p className="mt-3 text-muted">
          {t('member.trustFixed', {
            level: member.trustGrant.level,
            by: member.trustGrant.by?.name ?? t('member.nobody'),
            reason: member.trustGrant.reason,
          })}
        </p>
      )}
    </Card>
  );
}

function dateIn(locale: Locale, at: Date, format: 'date' | 'moment' = 'date') {
  return () => <DateTime key={format} at={at.toISOString()} locale={locale} format={format} />;
}
