import { cx } from './cx';

export type MarkKind = 'owner' | 'staff' | 'bot';

const looks: Record<MarkKind, string> = {
  owner: 'text-accent-ink bg-accent-soft',
  staff: 'text-on-solid bg-solid',
  bot: 'text-stone bg-stone-soft',
};

/** Stands beside an author's name: a registered owner, or one who speaks for the brand. */
export function Mark({
  kind,
  children,
  title,
  className,
}: {
  kind: MarkKind;
  children: string;
  title?: string;
  className?: string;
}) {
  return (
    <span
      title={title}
      className={cx(
        'inline-flex shrink-0 items-center gap-1 rounded-[0.3rem] px-1.5 align-[0.08em] font-sans text-xs leading-5 tracking-normal font-semibold whitespace-nowrap',
        looks[kind],
        className,
      )}
    >
      {kind !== 'bot' && <MarkSign kind={kind} />}
      {children}
    </span>
  );
}

function MarkSign({ kind }: { kind: 'owner' | 'staff' }) {
  return (
    <svg viewBox="0 0 16 16" className="size-3" fill="currentColor" aria-hidden>
      {kind === 'owner' ? (
        <path d="M8 .8c2.3 2.2 3.6 4.5 3.6 6.8A3.6 3.6 0 0 1 8 11.3a3.6 3.6 0 0 1-3.6-3.7C4.4 5.3 5.7 3 8 .8Zm-5.6 8.7c2.7.2 4.6 1.9 5.6 5.5 1-3.6 2.9-5.3 5.6-5.5-.3 3.4-2.1 5.4-5.6 6-3.5-.6-5.3-2.6-5.6-6Z" />
      ) : (
        <path d="m8 1 1.9 3.9 4.3.6-3.1 3 .7 4.3L8 10.8l-3.8 2 .7-4.3-3.1-3 4.3-.6L8 1Z" />
      )}
    </svg>
  );
}
