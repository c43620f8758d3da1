import { cx } from '@/components/ui/cx';
import { Link } from '@/components/ui/link';
import { brand } from '@/lib/core/brand';
import type { Locale } from '@/lib/core/locale';

/** The brand's picture, coloured by the page. */
export const BrandMark = ({ className }: { className?: string }) => (
  <svg viewBox="0 0 64 64" className={cx('block', className)} aria-hidden>
    <use href={`${brand.mark}#mark`} />
  </svg>
);

export function BrandLink({ locale, className }: { locale: Locale; className?: string }) {
  return (
    <Link href={`/${locale}`} className={cx('touch flex min-w-0 items-center gap-2 rounded-md', className)}>
      <BrandMark className="size-9 shrink-0" />
      <span
        lang="en"
        className="truncate font-display text-[1.1875rem] leading-tight tracking-tight sm:text-[1.3125rem]"
      >
        {brand.name}
      </span>
    </Link>
  );
}
