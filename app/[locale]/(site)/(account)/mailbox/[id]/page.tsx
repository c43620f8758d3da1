import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { MailReading } from '@/components/notifications/mail-reading';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { reading } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { getMail } from '@/lib/notifications/queries';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';

type Props = { params: Promise<{ locale: string; id: string }> };

export const instant = false;

const findMail = cache(async (id: string) => {
  await connection();
  return (env.embedded ? await getMail(reading(), { id }) : null) ?? notFound();
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  await findMail(id);
  return memberMetadata(translator(locale, 'notifications')('mailbox.title'));
});

export default pageOrMissing(async function MailPage({ params }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const mail = await findMail(id);
  const t = translator(locale, 'notifications');
  return (
    <div className="page max-w-4xl pt-6 pb-16 sm:pt-10">
      <Breadcrumbs
        label={t('mailbox.title')}
        items={[{ label: t('mailbox.title'), href: inLocale(locale, paths.mailbox()) }, { label: mail.subject }]}
      />
      <MailReading locale={locale} mail={mail} />
    </div>
  );
});
