import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { NewBoardForm } from '@/components/forum/staff/board-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { roleName } from '@/components/members/staff/role-name';
import { listOfferable } from '@/lib/catalog/offerable';
import { reading } from '@/lib/core/context';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { listStaffBoards } from '@/lib/forum/queries/staff-boards';
import { listRoleNames } from '@/lib/members/queries/roles';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requirePermission('forum.openBoards');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'boardsStaff')('newTitle'));
});

export default pageOrMissing(async function NewBoardPage({ params }: Props) {
  const { locale } = await params;
  const now = reading(await enter());
  const [products, roles, boards] = await Promise.all([listOfferable(now), listRoleNames(now), listStaffBoards(now)]);
  const t = translator(locale, 'boardsStaff');
  const list = { label: t('title'), href: inLocale(locale, paths.staff('boards')) };
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('newTitle')}
        breadcrumbs={<Breadcrumbs label={t('title')} items={[list, { label: t('newTitle') }]} />}
      />
      <NewBoardForm
        locale={locale}
        choices={{
          products: products.map(({ id, title, titleZh }) => ({ value: id, label: localText(locale, title, titleZh) })),
          parents: boards
            .filter(({ level }) => level < 2)
            .map((each) => ({
              value: each.slug,
              label: `${'\u2003'.repeat(each.level)}${localText(locale, each.name, each.nameZh)}`,
            })),
          roles: roles.map((role) => ({ value: role.key, label: roleName(locale, role) })),
        }}
      />
    </div>
  );
});
