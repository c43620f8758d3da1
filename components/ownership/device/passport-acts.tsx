import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

import { RegisterPassportForm } from './register-passport-form';

type Props = {
  passportKey: string;
  /** The reader's own device, if it is theirs. */
  own: string | null;
  member: boolean;
  locale: Locale;
};

/** What somebody with the box of a device may do: register it, or hand it on where it is theirs. */
export function PassportActs({ passportKey, own, member, locale }: Props) {
  const t = translator(locale, 'ownership');
  const at = (...page: string[]) => inLocale(locale, paths.owned(...page));
  if (own !== null)
    return (
      <Notice tone="positive" title={t('passport.yours')}>
        <p className="mt-2 flex flex-wrap gap-3">
          <ButtonLink href={at(own)}>{t('passport.toDevice')}</ButtonLink>
          <ButtonLink href={`${at(own)}#pass-on`}>{t('passport.handOn')}</ButtonLink>
        </p>
      </Notice>
    );
  if (!member)
    return (
      <p className="flex flex-wrap gap-3">
        <ButtonLink variant="primary" href={inLocale(locale, paths.signIn(at('passport', passportKey)))}>
          {t('passport.signIn')}
        </ButtonLink>
      </p>
    );
  return (
    <div className="grid gap-4">
      <RegisterPassportForm passportKey={passportKey} locale={locale} />
      <p className="text-[0.9375rem] text-muted">{t('passport.otherwise')}</p>
      <p className="flex flex-wrap gap-3">
        <ButtonLink href={at('receive')}>{t('register.toCode')}</ButtonLink>
        <ButtonLink href={at('claim')}>{t('register.toProof')}</ButtonLink>
      </p>
    </div>
  );
}
