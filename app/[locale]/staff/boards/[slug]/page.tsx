import { notFound } from 'next/navigation';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { ArchiveBoard } from '@/components/forum/staff/archive-board';
import { ChangeBoardForm } from '@/components/forum/staff/board-form';
import { MergeBoard } from '@/components/forum/staff/merge-board';
import { RemoveBoard } from '@/components/forum/staff/remove-board';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { roleName } from '@/components/members/staff/role-name';
import { listOfferable } from '@/lib/catalog/offerable';
import { reading } from '@/lib/core/context';
import { formatDateTime } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale, onBoard } from '@/lib/core/paths';
import { countMergeable, getStaffBoard, listStaffBoards } from '@/lib/forum/queries/staff-boards';
import { listRoleNames } from '@/lib/members/queries/roles';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export const instant = false;

const enter = () => requirePermission('forum.openBoards');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale } = (await decodedParams(params)) ?? notFound();
  await enter();
  return memberMetadata(translator(locale, 'boardsStaff')('edit'));
});

export default pageOrMissing(async function EditBoardPage({ params }: Props) {
  const { locale, slug } = (await pageParams(params)) ?? notFound();
  const now = reading(await enter());
  const [board, products, roles, boards, moves] = await Promise.all([
    getStaffBoard(now, { slug }),
    listOfferable(now),
    listRoleNames(now),
    listStaffBoards(now),
    countMergeable(now, { slug }),
  ]);
  if (!board) notFound();
  const t = translator(locale, 'boardsStaff');
  const title = localText(locale, board.name, board.nameZh);
  const list = { label: t('title'), href: inLocale(locale, paths.staff('boards')) };
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader
        title={<bdi>{title}</bdi>}
        lead={t('address', { address: paths.board(board.slug) })}
        breadcrumbs={<Breadcrumbs label={t('title')} items={[list, { label: title }]} />}
        actions={<ButtonLink href={inLocale(locale, onBoard(board, paths.board(board.slug)))}>{t('view')}</ButtonLink>}
        className="pb-0!"
      />
      <ChangeBoardForm
        board={board}
        choices={{
          products: withOwn(products, board.product).map((each) => ({
            value: each.id,
            label: localText(locale, each.title, each.titleZh),
          })),
          parents: parentsFor(boards, slug).map((each) => ({
            value: each.slug,
            label: `${'\u2003'.repeat(each.level)}${localText(locale, each.name, each.nameZh)}`,
          })),
          roles: roles.map((role) => ({ value: role.key, label: roleName(locale, role) })),
        }}
      />
      <Card as="section" className="grid gap-4 [&>*+*]:border-t [&>*+*]:border-line [&>*+*]:pt-4">
        <ArchiveBoard
          slug={board.slug}
          threads={board.threadCount}
          archivedAt={board.archive && formatDateTime(board.archive.at, locale, 'date')}
        />
        <MergeBoard
          slug={board.slug}
          {...moves}
          targets={boards
            .filter((each) => each.slug !== slug && !each.archive)
            .map((each) => ({ value: each.slug, label: localText(locale, each.name, each.nameZh) }))}
        />
        <div>
          <RemoveBoard slug={board.slug} threads={board.threadCount} locale={locale} />
        </div>
      </Card>
    </div>
  );
});

// Where it could stand: at most one below the root, and neither under itself nor under what stands under it.
type Above = Awaited<ReturnType<typeof listStaffBoards>>[number];

function parentsFor(boards: Above[], slug: string) {
  return boards.filter((each) => each.level < 2 && each.slug !== slug && each.above.every((one) => one.slug !== slug));
}

type Product = { id: string; title: string; titleZh: string };

// The board's own product may be offered no more.
const withOwn = (products: Product[], own: Product | null): Product[] =>
  own && !products.some(({ id }) => id === own.id) ? [own, ...products] : products;
