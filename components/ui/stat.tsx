import type { ReactNode } from 'react';
import { cx } from './cx';

/** Inside a `<Stats>`: one figure and what it means. */
export function Stat({
  label,
  value,
  hint,
  className,
}: {
  label: ReactNode;
  value: ReactNode;
  hint?: ReactNode;
  className?: string;
}) {
  return (
    <div className={cx('grid min-w-0 content-start gap-1', className)}>
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="numerals font-display text-[clamp(1.375rem,1.1rem+1vw,1.75rem)] leading-tight break-words">
        {value}
      </dd>
      {hint && <dd className="text-sm text-muted">{hint}</dd>}
    </div>
  );
}

export function Stats({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <dl className={cx('grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-[repeat(auto-fit,minmax(8rem,1fr))]', className)}>
      {children}
    </dl>
  );
}
