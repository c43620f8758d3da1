import type { Metadata } from 'next';

import { ChooseFirst } from '@/components/forms/choose-first';
import { NewThreadForm, type BoardChoice } from '@/components/forum/new-thread-form';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { listProducts } from '@/lib/catalog/queries';
import { reading } from '@/lib/core/context';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { fitsBoard, refusalToWrite, type Refusal } from '@/lib/forum/policy';
import { listBoardsToWrite } from '@/lib/forum/queries';
import { threadKinds } from '@/lib/forum/schema';
import { shownAreas } from '@/lib/web/areas';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { localeOf, pageQuery } from '@/lib/web/params';
import { requireMember } from '@/lib/web/session';

import { ChooseProduct } from './choose-product';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return memberMetadata(translator(await localeOf(params), 'forum')('new.title'));
}

export default async function NewThreadPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { board: asked, kind: wanted } = await pageQuery(searchParams);
  const { ideas } = await shownAreas();
  const kind = threadKinds.find((each) => each === wanted && (ideas || each !== 'IDEA'));
  const t = translator(locale, 'forum');
  const actor = await requireMember(locale, paths.newThread(asked, kind));
  if (!actor.confirmed) return <Unconfirmed locale={locale} />;
  const { standing, boards: seen } = await listBoardsToWrite(reading(actor));
  const ofProducts = seen.filter((board) => board.product && !refusalToWrite(standing, board));
  if (
    kind &&
    !fitsBoard(kind, { productId: null }) &&
    !ofProducts.some(({ slug }) => slug === asked) &&
    ofProducts.length > 0
  ) {
    return (
      <ChooseProduct
        boards={ofProducts}
        products={(await listProducts(reading(actor))).items}
        kind={kind}
        locale={locale}
      />
    );
  }
  const boards = seen.map((board) => {
    const refusal = refusalToWrite(standing, board);
    return {
      slug: board.slug,
      ofProduct: board.product !== null,
      refusal: refusal?.code ?? null,
      name: choiceName(localText(locale, board.name, board.nameZh), refusal, locale),
    };
  });
  const open = boards.filter(({ refusal }) => !refusal);
  const first = open.find(({ slug }) => slug === asked) ?? open[0];
  return (
    <div className="page max-w-3xl pb-16">
      <PageHeader title={t('new.title')} lead={t('new.lead')} />
      {first ? (
        <>
          <ChooseBoard boards={boards} first={first.slug} locale={locale} />
          <NewThreadForm
            owner={actor.id}
            boards={boards}
            board={first.slug}
            kind={kind ?? 'DISCUSSION'}
            locale={locale}
          />
        </>
      ) : (
        <EmptyState title={t('new.noBoards')} />
      )}
    </div>
  );
}

function choiceName(board: string, refusal: Refusal | null, locale: Locale): string {
  const t = translator(locale, 'forum');
  if (!refusal) return board;
  if (refusal.code === 'trust-too-low') return t('new.needsTrust', { board, trust: refusal.trust });
  return t(refusal.code === 'owners-write' ? 'new.needsOwner' : 'new.needsStaff', { board });
}

// Without scripts the kinds of a thread cannot follow its board.
function ChooseBoard({ boards, first, locale }: { boards: BoardChoice[]; first: string; locale: Locale }) {
  const t = translator(locale, 'forum');
  return (
    <ChooseFirst
      label={t('new.board')}
      hint={t('new.chooseFirstHint')}
      name="board"
      defaultValue={first}
      options={boards.map(({ slug, name, refusal }) => ({ value: slug, label: name, disabled: refusal !== null }))}
      go={t('new.chooseFirst')}
    />
  );
}

function Unconfirmed({ locale }: { locale: Locale }) {
  const t = translator(locale, 'forum');
  return (
    <div className="page">
      <EmptyState
        level={1}
        illustration="confirmation"
        title={t('new.unconfirmed')}
        action={
          <ButtonLink variant="primary" href={inLocale(locale, paths.confirm(inLocale(locale, paths.newThread())))}>
            {t('write.confirm')}
          </ButtonLink>
        }
      >
        <p>{t('new.unconfirmedBody')}</p>
      </EmptyState>
    </div>
  );
}
