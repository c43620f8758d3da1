import type { ElementType, ReactNode } from 'react';
import { cx } from './cx';

const looks = {
  plain: 'border border-line bg-surface',
  raised: 'border border-line bg-raised shadow-raised',
  sunken: 'bg-sunken',
  accent: 'border border-accent/50 bg-accent-soft',
};

export type CardProps = {
  as?: ElementType;
  look?: keyof typeof looks;
  flush?: boolean;
  className?: string;
  children: ReactNode;
  id?: string;
  'aria-labelledby'?: string;
};

/** `flush` leaves the padding to what is inside: pictures, lists, tables. */
export function Card({ as: Tag = 'div', look = 'plain', flush, className, ...rest }: CardProps) {
  return (
    <Tag
      {...rest}
      className={cx('min-w-0 rounded-xl', looks[look], flush ? 'overflow-hidden' : 'p-4 sm:p-6', className)}
    />
  );
}

/** The head of a card or section: a title with what can be done beside it. */
export function SectionHead({
  title,
  lead,
  action,
  level = 2,
  id,
}: {
  title: ReactNode;
  lead?: ReactNode;
  action?: ReactNode;
  level?: 2 | 3;
  id?: string;
}) {
  const Heading = `h${level}` as const;
  return (
    <div className="mb-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <Heading id={id} className={level === 2 ? 'min-w-0 text-heading' : 'min-w-0 text-subheading'}>
          {title}
        </Heading>
        {action}
      </div>
      {lead && <p className="mt-1 max-w-[37em] text-muted">{lead}</p>}
    </div>
  );
}
