import { ButtonLink } from '@/components/ui/button';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

/** Leads a member who signed in with a provider to their first password, by a code that is mailed. */
export function SetPasswordFirst({ locale, next }: { locale: Locale; next: string }) {
  const t = translator(locale, 'members');
  return (
    <div className="grid gap-4">
      <p>{t('account.passwordFirst')}</p>
      <ButtonLink href={inLocale(locale, paths.forgot(next))} className="justify-self-start">
        {t('account.passwordByMail')}
      </ButtonLink>
    </div>
  );
}
