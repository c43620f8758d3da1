import { cx } from '@/components/ui/cx';
import { Illustration } from '@/components/ui/illustration';
import { localText, type Locale } from '@/lib/core/locale';

export type Picture = { path: string | null; alt: string; altZh: string };

/** The product's picture on a warm ground; a drawing where the brand has none yet. */
export function DropPicture({
  picture,
  locale,
  eager,
  className,
}: {
  picture: Picture | undefined;
  locale: Locale;
  eager?: boolean;
  className?: string;
}) {
  return (
    <div className={cx('grid place-items-center overflow-hidden bg-sunken', className)}>
      {picture?.path ? (
        <img
          src={picture.path}
          alt={localText(locale, picture.alt, picture.altZh)}
          width={960}
          height={960}
          loading={eager ? 'eager' : 'lazy'}
          fetchPriority={eager ? 'high' : undefined}
          className="size-full object-cover object-bottom"
        />
      ) : (
        <Illustration name="drop-opening" className="w-3/5" />
      )}
    </div>
  );
}
