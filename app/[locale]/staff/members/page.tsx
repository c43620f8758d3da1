import { Search } from 'lucide-react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { MemberTable } from '@/components/staff/member-table';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { TextField } from '@/components/ui/text-field';
import { may } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { findByEmail } from '@/lib/members/commands';
import { listMembers } from '@/lib/members/queries';
import { translator } from '@/lib/web/i18n';
import { readMoment, writeCursor } from '@/lib/core/cursor';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

const enter = () => requirePermission('members.read');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  const { locale } = await params;
  return memberMetadata(translator(locale, 'staff')('members.title'));
});

export default pageOrMissing(async function StaffMembersPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const asked = await pageQuery(searchParams);
  const search = typeof asked.q === 'string' ? asked.q.slice(0, 100) : '';
  const after = readMoment(asked.after) ?? undefined;
  const t = translator(locale, 'staff');
  // A whole address is looked up by a command, which leaves a trace of who asked.
  const isAddress = /.@./.test(search);
  const one =
    isAddress && may(actor, 'members.readPersonal') ? await transact(findByEmail)(actor, { email: search }) : null;
  const { members, more } =
    isAddress && !one
      ? { members: [], more: false }
      : await listMembers(reading(actor), { search, id: one?.id, after });
  const here = inLocale(locale, paths.staff('members'));
  const last = members.at(-1);
  return (
    <div className="page pb-16">
      <PageHeader title={t('members.title')} lead={t('members.lead')} />
      <form method="get" action={here} role="search" className="mb-6 flex max-w-xl items-end gap-3">
        <TextField
          type="search"
          name="q"
          label={t('members.search')}
          hideLabel
          placeholder={t('members.search')}
          defaultValue={search}
          before={<Search aria-hidden />}
          className="flex-1"
        />
        <Button type="submit">{t('members.find')}</Button>
      </form>
      {members.length === 0 ? (
        <EmptyState illustration="search" title={t('members.none')}>
          {t('members.noneBody')}
        </EmptyState>
      ) : (
        <MemberTable locale={locale} members={members} />
      )}
      <Pagination
        label={t('members.pages')}
        previous={after ? { href: withQuery(here, { q: search }), label: t('members.newest') } : null}
        next={
          more && last
            ? {
                href: withQuery(here, { q: search, after: writeCursor(last.createdAt, last.id) }),
                label: t('members.older'),
              }
            : null
        }
      />
    </div>
  );
});
