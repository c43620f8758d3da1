import { MemberLink } from '@/components/members/member-link';
import { Mark } from '@/components/ui/mark';
import { localText, type Locale } from '@/lib/core/locale';
import type { Author, BoardFacts } from '@/lib/forum/queries';
import { translator } from '@/lib/web/i18n';
import { publicBrand } from '@/lib/web/brand';

type Props = { author: Author; locale: Locale; product?: BoardFacts['product']; className?: string };

/** An author's name with the marks that say where they speak from. */
export async function AuthorName({ author, locale, product, className }: Props) {
  const t = translator(locale, 'forum');
  const { name: brand } = await publicBrand();
  return (
    <span className="inline-flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-0.5">
      <MemberLink member={author} locale={locale} className={className ?? 'truncate font-semibold'} />
      {author.staff && (
        <Mark kind="staff" title={t('mark.staffTitle', { brand: brand[locale] })}>
          {t('mark.staff')}
        </Mark>
      )}
      {author.owner && product && (
        <Mark kind="owner" title={t('mark.ownerTitle', { product: localText(locale, product.title, product.titleZh) })}>
          {t('mark.owner')}
        </Mark>
      )}
    </span>
  );
}
