import { AvatarPattern } from '@/components/ui/avatar-pattern';
import { cx } from '@/components/ui/cx';
import { localText, type Locale } from '@/lib/core/locale';

export type Picture = { path: string | null; alt: string; altZh: string };
type Props = { picture?: Picture; title: string; locale: Locale; pending: string; className?: string; eager?: boolean };

/** A product's picture, or a drawn ground of its own while there is none. */
export function ProductPicture({ picture, title, locale, pending, className, eager }: Props) {
  const frame = cx('relative aspect-square w-full overflow-hidden bg-sunken', className);
  if (!picture?.path) return <PendingPicture className={frame} title={title} pending={pending} />;
  return (
    <div className={frame}>
      <img
        src={picture.path}
        alt={localText(locale, picture.alt, picture.altZh) || title}
        className="size-full object-contain"
        loading={eager ? 'eager' : 'lazy'}
        decoding="async"
        width={1000}
        height={1000}
      />
    </div>
  );
}

// A landscape that belongs to the name, so that a shelf of products without pictures is no row of empty boxes.
function PendingPicture({ className, title, pending }: { className: string; title: string; pending: string }) {
  return (
    <div className={className}>
      <AvatarPattern name={title} className="absolute inset-0 size-full" />
      <p className="absolute inset-x-3 bottom-3 w-fit rounded-full bg-raised/90 px-3 py-1 text-sm font-medium text-muted">
        {pending}
      </p>
    </div>
  );
}
