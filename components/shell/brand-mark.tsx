import { cx } from '@/components/ui/cx';
import { Link } from '@/components/ui/link';
import type { Brand } from '@/lib/core/brand';
import type { Locale } from '@/lib/core/locale';

type Props = Pick<Brand, 'mark' | 'markDark'> & { className?: string };

/**
 * The brand's logo: a drawing of the program's own takes the colours of the page, an uploaded one keeps its own. Of two the style sheet
 * shows that of the theme, which may be chosen on the page: as the ground of an element, so that the browser asks for the shown one alone.
 */
export function BrandMark({ mark, markDark, className }: Props) {
  if (!markDark) return <OneMark mark={mark} className={cx('block', className)} />;
  return (
    <>
      {isDrawing(mark) ? (
        <OneMark mark={mark} className={cx('block dark:hidden', className)} />
      ) : (
        <span aria-hidden style={groundOf(mark)} className={cx(ground, 'block dark:hidden', className)} />
      )}
      <span aria-hidden style={groundOf(markDark)} className={cx(ground, 'hidden dark:block', className)} />
    </>
  );
}

function OneMark({ mark, className }: { mark: string; className: string }) {
  return isDrawing(mark) ? (
    <svg viewBox="0 0 64 64" className={className} aria-hidden>
      <use href={`${mark}#mark`} />
    </svg>
  ) : (
    <img src={mark} alt="" className={cx('object-contain', className)} />
  );
}

const isDrawing = (mark: string): boolean => mark.endsWith('.svg');
// The schema of the brand lets letters, digits, dots, hyphens and slashes into an address, and nothing that ends it.
const groundOf = (mark: string) => ({ backgroundImage: `url("${mark}")` });
const ground = 'bg-contain bg-center bg-no-repeat';

type LinkProps = { locale: Locale; brand: Pick<Brand, 'mark' | 'markDark' | 'name'>; className?: string };

export function BrandLink({ locale, brand, className }: LinkProps) {
  return (
    <Link href={`/${locale}`} className={cx('touch flex min-w-0 items-center gap-2 rounded-md', className)}>
      <BrandMark mark={brand.mark} markDark={brand.markDark} className="size-9 shrink-0" />
      <span className="line-clamp-2 font-display text-[1.0625rem] leading-tight tracking-tight wrap-anywhere sm:line-clamp-1 sm:text-[1.3125rem]">
        {brand.name[locale]}
      </span>
    </Link>
  );
}
