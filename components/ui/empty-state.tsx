import type { ReactNode } from 'react';
import { cx } from './cx';
import { Illustration, type IllustrationName } from './illustration';

export type EmptyStateProps = {
  title: ReactNode;
  illustration?: IllustrationName;
  action?: ReactNode;
  level?: 1 | 2 | 3;
  compact?: boolean;
  className?: string;
  children?: ReactNode;
};

export function EmptyState({
  title,
  illustration = 'empty',
  action,
  level = 2,
  compact,
  className,
  children,
}: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div
      className={cx(
        'mx-auto flex max-w-md flex-col items-center text-center',
        compact ? 'py-6' : 'py-10 sm:py-16',
        className,
      )}
    >
      <Illustration name={illustration} className={compact ? 'w-40' : 'w-56 sm:w-64'} />
      <Heading className={cx('mt-5', level === 1 ? 'text-title' : 'text-heading')}>{title}</Heading>
      {children && <div className="mt-2 text-balance text-muted [&_p]:text-balance">{children}</div>}
      {action && <div className="mt-6 flex flex-wrap justify-center gap-3">{action}</div>}
    </div>
  );
}
