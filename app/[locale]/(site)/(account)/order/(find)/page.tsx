import type { Metadata } from 'next';

import { FindOrder } from '@/components/orders/find-order';
import { AuthFrame } from '@/components/members/auth-frame';
import { TextLink } from '@/components/ui/link';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { memberMetadata } from '@/lib/web/metadata';
import { localeOf } from '@/lib/web/params';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return memberMetadata(translator(await localeOf(params), 'orders')('find.title'));
}

/** Where somebody without an account finds their order. */
export default async function FindOrderPage({ params }: Props) {
  const locale = await localeOf(params);
  const t = translator(locale, 'orders');
  const foot = <TextLink href={inLocale(locale, paths.orders())}>{t('find.withAccount')}</TextLink>;
  return (
    <AuthFrame title={t('find.title')} lead={t('find.lead')} illustration="mailbox" foot={foot}>
      <FindOrder locale={locale} />
    </AuthFrame>
  );
}
