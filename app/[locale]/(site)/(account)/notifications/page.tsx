import type { Metadata } from 'next';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { NotificationList } from '@/components/notifications/notification-list';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { markReadAction } from '@/app/actions/notifications';
import { readNotifications } from '@/lib/flows/notifications/read-notifications';
import { translator } from '@/lib/web/i18n';
import { readMoment, writeCursor } from '@/lib/core/cursor';
import { memberMetadata } from '@/lib/web/metadata';
import { localeOf, pageQuery } from '@/lib/web/params';
import { askForFactor, requireMember } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  return memberMetadata(translator(locale, 'notifications')('title'));
}

export default async function NotificationsPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireMember(locale, paths.notifications());
  // Among what staff are sent are titles of boards for staff.
  await askForFactor(actor);
  const after = readMoment((await pageQuery(searchParams)).after) ?? undefined;
  const t = translator(locale, 'notifications');
  const { notifications, more } = await readNotifications(reading(actor), { memberId: actor.id, locale, after });
  const here = inLocale(locale, paths.notifications());
  const last = notifications.at(-1);
  const mark = notifications.some(({ readAt }) => !readAt) && (
    <ActionForm action={markReadAction}>
      <FormSubmit variant="secondary">{t('allRead')}</FormSubmit>
    </ActionForm>
  );
  return (
    <div className="page max-w-4xl pb-16">
      <PageHeader title={t('title')} lead={t('lead')} actions={mark} />
      {notifications.length === 0 ? (
        <Nothing locale={locale} />
      ) : (
        <NotificationList locale={locale} notifications={notifications} />
      )}
      <Pagination
        label={t('pages')}
        previous={after ? { href: here, label: t('newer') } : null}
        next={
          more && last
            ? { href: withQuery(here, { after: writeCursor(last.createdAt, last.id) }), label: t('older') }
            : null
        }
      />
    </div>
  );
}

function Nothing({ locale }: { locale: Locale }) {
  const t = translator(locale, 'notifications');
  return (
    <EmptyState
      title={t('empty')}
      action={
        <ButtonLink href={inLocale(locale, paths.boards())} variant="primary">
          {t('emptyAction')}
        </ButtonLink>
      }
    >
      {t('emptyBody')}
    </EmptyState>
  );
}
