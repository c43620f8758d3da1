import { ButtonLink } from '@/components/ui/button';
import { Card, SectionHead } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

/** Tells a guest that the order waits in an account with its address, and leads to one. */
export function KeepOrder({ email, locale }: { email: string; locale: Locale }) {
  const t = translator(locale, 'orders');
  const back = inLocale(locale, paths.orders());
  return (
    <Card as="section" look="accent" className="grid gap-4">
      <div>
        <SectionHead title={t('keep.title')} level={3} />
        <p className="text-[0.9375rem] break-words text-muted">{t('keep.body', { email })}</p>
      </div>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <ButtonLink href={inLocale(locale, paths.signUp(back))}>{t('keep.signUp')}</ButtonLink>
        <TextLink href={inLocale(locale, paths.signIn(back))}>{t('keep.signIn')}</TextLink>
      </div>
    </Card>
  );
}
