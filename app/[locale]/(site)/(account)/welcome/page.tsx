import type { Metadata } from 'next';

import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/link';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { localeOf } from '@/lib/web/params';
import { requireMember } from '@/lib/web/session';
import { publicBrand } from '@/lib/web/brand';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  return memberMetadata(translator(locale, 'members')('welcome.short'));
}

/** Where a new member arrives who was on the way to nowhere else. */
export default async function WelcomePage({ params }: Props) {
  const locale = await localeOf(params);
  const { name } = await requireMember(locale, paths.welcome());
  const t = translator(locale, 'members');
  const to = (path: string) => inLocale(locale, path);
  const actions = (
    <>
      <ButtonLink href={to(paths.boards())} variant="primary">
        {t('welcome.boards')}
      </ButtonLink>
      <ButtonLink href={to(paths.drops())}>{t('welcome.drops')}</ButtonLink>
    </>
  );
  return (
    <div className="page pb-16">
      <EmptyState level={1} illustration="owners" title={t('welcome.title', { name })} action={actions}>
        <p>{t('welcome.body', { brand: (await publicBrand()).name[locale] })}</p>
        <p className="mt-3">
          {t.rich('welcome.profile', { link: (words) => <TextLink href={to(paths.profile())}>{words}</TextLink> })}
        </p>
      </EmptyState>
    </div>
  );
}
