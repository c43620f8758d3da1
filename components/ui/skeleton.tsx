import { cx } from './cx';

/** The shape of what is coming. Give it the size with classes. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span
    aria-hidden
    className={cx('block animate-breathe bg-line/70', className?.includes('rounded') ? '' : 'rounded-md', className)}
  />
);

export function SkeletonLines({ lines = 3 }: { lines?: number }) {
  return (
    <span aria-hidden className="grid gap-2.5">
      {Array.from({ length: lines }, (_, at) => (
        <Skeleton key={at} className={at === lines - 1 ? 'h-4 w-3/5' : 'h-4 w-full'} />
      ))}
    </span>
  );
}

export function SkeletonList({ rows = 6, label }: { rows?: number; label: string }) {
  return (
    <div role="status" className="divide-y divide-line">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, at) => (
        <div key={at} aria-hidden className="flex items-center gap-4 py-4">
          <Skeleton className="size-10 rounded-full" />
          <div className="grid flex-1 gap-2">
            <Skeleton className="h-4 w-3/4" />
            <Skeleton className="h-3.5 w-2/5" />
          </div>
        </div>
      ))}
    </div>
  );
}
