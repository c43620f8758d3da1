import { MemberLink } from '@/components/members/member-link';
import { Card } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { TextLink } from '@/components/ui/link';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { OfUnit } from '@/lib/ownership/queries/of-unit';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';

type Props = { of: OfUnit; mayDecide: boolean; locale: Locale };

/** Who owned a device, the codes that its owners made, and the requests for it. */
export function UnitOwners({ of: { owners, transfers, claims }, mayDecide, locale }: Props) {
  const [t, o] = [translator(locale, 'units'), translator(locale, 'ownership')];
  return (
    <Card as="section" className="grid gap-4 text-[0.9375rem]">
      <h2 className="text-subheading font-semibold">{t('one.owners')}</h2>
      {owners.length === 0 && <p className="text-muted">{t('one.noOwners')}</p>}
      <ul className="grid gap-2">
        {owners.map(({ id, member, registeredAt, endedAt }) => (
          <li key={id}>
            <MemberLink member={member} locale={locale} />
            <p className="text-sm text-muted">
              <DateTime at={registeredAt} locale={locale} /> –{' '}
              {endedAt ? <DateTime at={endedAt} locale={locale} /> : t('one.now')}
            </p>
          </li>
        ))}
      </ul>
      {transfers.length > 0 && <h3 className="font-semibold">{t('one.transfers')}</h3>}
      {transfers.map(({ id, state, createdAt }) => (
        <p key={id}>
          {o(`transfers.${state}`)} · <DateTime at={createdAt} locale={locale} />
        </p>
      ))}
      {claims.length > 0 && <h3 className="font-semibold">{t('one.claims')}</h3>}
      {claims.map(({ id, state, createdAt }) => (
        <p key={id}>
          {mayDecide ? (
            <TextLink href={inLocale(locale, paths.staff('units', 'claims', id))}>
              {o(`claims.states.${state}`)}
            </TextLink>
          ) : (
            o(`claims.states.${state}`)
          )}{' '}
          · <DateTime at={createdAt} locale={locale} />
        </p>
      ))}
    </Card>
  );
}
