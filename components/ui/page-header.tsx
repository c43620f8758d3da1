import type { ReactNode } from 'react';
import { cx } from './cx';

export type PageHeaderProps = {
  title: ReactNode;
  lead?: ReactNode;
  eyebrow?: ReactNode;
  breadcrumbs?: ReactNode;
  actions?: ReactNode;
  meta?: ReactNode;
  className?: string;
  lang?: string;
};

export function PageHeader({ title, lead, eyebrow, breadcrumbs, actions, meta, className, lang }: PageHeaderProps) {
  return (
    <header className={cx('pt-6 pb-6 sm:pt-10 sm:pb-8', className)}>
      {breadcrumbs && <div className="mb-4">{breadcrumbs}</div>}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="min-w-0 max-w-3xl flex-1 basis-72 sm:basis-104">
          {eyebrow && <div className="mb-2 text-sm font-semibold text-accent-ink">{eyebrow}</div>}
          <h1 lang={lang} className="text-title">
            {title}
          </h1>
          {lead && <p className="mt-3 max-w-[38em] text-lead text-muted">{lead}</p>}
          {meta && (
            <div className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-2 text-[0.9375rem] text-muted">{meta}</div>
          )}
        </div>
        {actions && <div className="flex flex-wrap gap-2.5">{actions}</div>}
      </div>
    </header>
  );
}
