import { notFound } from 'next/navigation';
import { connection } from 'next/server';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { MailList } from '@/components/notifications/mail-list';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { reading } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { listMails } from '@/lib/notifications/queries';
import { translator } from '@/lib/web/i18n';
import { readMoment, writeCursor } from '@/lib/core/cursor';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  if (!env.embedded) notFound();
  const { locale } = await params;
  return memberMetadata(translator(locale, 'notifications')('mailbox.title'));
});

/** In the embedded demo only, which listens on this machine alone: whoever sits at it may read every mail. */
export default pageOrMissing(async function MailboxPage({ params, searchParams }: Props) {
  await connection();
  if (!env.embedded) notFound();
  const { locale } = await params;
  const after = readMoment((await pageQuery(searchParams)).after) ?? undefined;
  const t = translator(locale, 'notifications');
  const { mails, more } = await listMails(reading(), { after });
  const here = inLocale(locale, paths.mailbox());
  const last = mails.at(-1);
  return (
    <div className="page max-w-4xl pb-16">
      <PageHeader title={t('mailbox.title')} lead={t('mailbox.lead')} />
      {mails.length === 0 ? (
        <EmptyState illustration="mailbox" title={t('mailbox.empty')}>
          {t('mailbox.emptyBody')}
        </EmptyState>
      ) : (
        <MailList locale={locale} mails={mails} />
      )}
      <Pagination
        label={t('mailbox.pages')}
        previous={after ? { href: here, label: t('mailbox.newer') } : null}
        next={
          more && last
            ? { href: withQuery(here, { after: writeCursor(last.createdAt, last.id) }), label: t('mailbox.older') }
            : null
        }
      />
    </div>
  );
});
