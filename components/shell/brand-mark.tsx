import { cx } from '@/components/ui/cx';
import { Link } from '@/components/ui/link';
import type { Brand } from '@/lib/core/brand';
import type { Locale } from '@/lib/core/locale';

/** The brand's picture: a drawing of the program's own takes the colours of the page, an uploaded one keeps its own. */
export const BrandMark = ({ mark, className }: { mark: string; className?: string }) =>
  mark.endsWith('.svg') ? (
    <svg viewBox="0 0 64 64" className={cx('block', className)} aria-hidden>
      <use href={`${mark}#mark`} />
    </svg>
  ) : (
    <img src={mark} alt="" className={cx('block object-contain', className)} />
  );

type LinkProps = { locale: Locale; brand: Pick<Brand, 'mark' | 'name'>; className?: string };

export function BrandLink({ locale, brand, className }: LinkProps) {
  return (
    <Link href={`/${locale}`} className={cx('touch flex min-w-0 items-center gap-2 rounded-md', className)}>
      <BrandMark mark={brand.mark} className="size-9 shrink-0" />
      <span className="truncate font-display text-[1.1875rem] leading-tight tracking-tight sm:text-[1.3125rem]">
        {brand.name[locale]}
      </span>
    </Link>
  );
}
