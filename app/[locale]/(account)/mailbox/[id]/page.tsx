import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';

import { MailReading } from '@/components/notifications/mail-reading';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { reading } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import type { Locale } from '@/lib/core/locale';
import { inLocale, paths } from '@/lib/core/paths';
import { getMail } from '@/lib/notifications/queries';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';

type Props = { params: Promise<{ locale: Locale; id: string }> };

export const instant = false;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return memberMetadata(translator(locale, 'notifications')('mailbox.title'));
}

export default async function MailPage({ params }: Props) {
  await connection();
  const { locale, id } = await params;
  const mail = env.embedded ? await getMail(reading(), { id }) : null;
  if (!mail) notFound();
  const t = translator(locale, 'notifications');
  return (
    <div className="page max-w-4xl pt-6 pb-16 sm:pt-10">
      <Breadcrumbs label={t('mailbox.title')} items={[{ label: t('mailbox.title'), href: inLocale(locale, paths.mailbox()) }, { label: mail.subject }]} />
      <MailReading locale={locale} mail={mail} />
    </div>
  );
}
