import type { ReactNode } from 'react';
import { CircleCheck, Info, OctagonAlert, Sprout, TriangleAlert, type LucideIcon } from 'lucide-react';
import { cx } from './cx';
import { softTone } from './tone';

export type NoticeTone = 'info' | 'positive' | 'warning' | 'danger' | 'accent';

const signs = { info: Info, positive: CircleCheck, warning: TriangleAlert, danger: OctagonAlert, accent: Sprout };

/** A message that belongs to the page, not to a moment. */
export function Notice({
  tone = 'info',
  sign: Sign = signs[tone],
  title,
  action,
  children,
  className,
}: {
  tone?: NoticeTone;
  sign?: LucideIcon;
  title?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
  className?: string;
}) {
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={cx('flex flex-wrap items-start gap-x-3 gap-y-2 rounded-lg px-4 py-3.5', softTone[tone], className)}
    >
      <Sign aria-hidden className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0 flex-1 basis-56">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-[0.9375rem]">{children}</div>}
      </div>
      {action}
    </div>
  );
}
