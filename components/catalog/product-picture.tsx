import { ImageOff } from 'lucide-react';

import { cx } from '@/components/ui/cx';
import { localText, type Locale } from '@/lib/core/locale';

export type Picture = { path: string | null; alt: string; altZh: string };
type Props = { picture?: Picture; title: string; locale: Locale; pending: string; className?: string; eager?: boolean };

/** A product's picture, or the brand's drawn ground with its name while the picture is on its way. */
export function ProductPicture({ picture, title, locale, pending, className, eager }: Props) {
  const frame = cx('relative aspect-square w-full overflow-hidden bg-sunken', className);
  if (!picture?.path) return <PendingPicture className={frame} title={title} pending={pending} />;
  return (
    <div className={frame}>
      <img src={picture.path} alt={localText(locale, picture.alt, picture.altZh) || title} className="size-full object-contain" loading={eager ? 'eager' : 'lazy'} decoding="async" width={1000} height={1000} />
    </div>
  );
}

function PendingPicture({ className, title, pending }: { className: string; title: string; pending: string }) {
  return (
    <div className={cx(className, 'flex flex-col items-center justify-center gap-3 bg-accent-soft p-6 text-center')}>
      <p className="font-display text-heading text-ink">{title}</p>
      <p className="flex items-center gap-2 text-sm text-muted">
        <ImageOff aria-hidden className="size-4" />
        {pending}
      </p>
    </div>
  );
}
