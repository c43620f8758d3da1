import { Card, SectionHead } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { OwnClaim } from '@/lib/ownership/queries/claims';
import { paths } from '@/lib/paths';

/** The requests for devices that a member made, and those to which they may object; nothing where there are none. */
export function OwnClaims({ claims, locale }: { claims: OwnClaim[]; locale: Locale }) {
  const t = translator(locale, 'ownership');
  if (claims.length === 0) return null;
  return (
    <Card as="section" aria-labelledby="claims" className="mt-6">
      <SectionHead id="claims" title={t('claim.list')} />
      <ul className="grid gap-3">
        {claims.map(({ id, mine, product, serial, state }) => (
          <li key={id}>
            <TextLink href={inLocale(locale, paths.owned('claims', id))}>
              {localText(locale, product.title, product.titleZh)} · <bdi className="font-mono">{serial}</bdi>
            </TextLink>
            <p className="text-sm text-muted">{mine ? t(`claim.states.${state}`) : t('claim.against')}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
