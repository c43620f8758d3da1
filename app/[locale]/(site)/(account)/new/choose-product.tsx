import { ProductPicture } from '@/components/catalog/product-picture';
import { Link, TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import type { ListedProduct } from '@/lib/catalog/queries';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { BoardFacts } from '@/lib/forum/queries';
import type { ThreadKind } from '@/lib/forum/schema';

type Props = { boards: BoardFacts[]; products: ListedProduct[]; kind: ThreadKind; locale: Locale };

/** Ideas and reviews are about one product: which, is asked first, so that none lands with another unnoticed. */
export function ChooseProduct({ boards, products, kind, locale }: Props) {
  const t = translator(locale, 'forum');
  const first = [
    ...new Map(
      boards
        .toReversed()
        .flatMap((board) => (board.product ? [[board.product.id, { ...board, product: board.product }] as const] : [])),
    ).values(),
  ].toReversed();
  return (
    <div className="page max-w-4xl pb-16">
      <PageHeader
        title={t('new.forProduct')}
        lead={t(kind === 'IDEA' ? 'new.forProductIdea' : 'new.forProductReview')}
      />
      <ul className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-4">
        {first.map(({ slug, product }) => {
          const title = localText(locale, product.title, product.titleZh);
          const picture = products.find(({ handle }) => handle === product.handle)?.images[0];
          return (
            <li
              key={product.id}
              className="relative flex flex-col overflow-hidden rounded-2xl border border-line bg-surface transition-shadow hover:shadow-raised"
            >
              <ProductPicture
                picture={picture && { ...picture, alt: ' ', altZh: ' ' }}
                title={title}
                locale={locale}
                pending={t('new.noPicture')}
              />
              <h2 className="p-3.5 text-subheading">
                <Link
                  href={inLocale(locale, paths.newThread(slug, kind))}
                  prefetch={false}
                  className="after:absolute after:inset-0"
                >
                  {title}
                </Link>
              </h2>
            </li>
          );
        })}
      </ul>
      <p className="mt-6 text-muted">
        <TextLink href={inLocale(locale, kind === 'IDEA' ? paths.ideas() : paths.newThread())}>
          {t(kind === 'IDEA' ? 'new.lookFirst' : 'new.otherKind')}
        </TextLink>
      </p>
    </div>
  );
}
