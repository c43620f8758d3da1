/** A finger drags the row on a phone; a mouse could not, so that a wider window wraps it. */
export const tabRow =
  '-mx-4 flex gap-x-1 overflow-x-auto border-b border-line px-4 [scrollbar-width:none] sm:mx-0 sm:flex-wrap sm:overflow-visible sm:px-0';

export const tabLook =
  'touch relative inline-flex min-h-11 shrink-0 items-center gap-1.5 px-3 text-[0.9375rem] font-semibold whitespace-nowrap ' +
  'text-muted transition-colors hover:text-ink focus-visible:-outline-offset-2 focus-visible:rounded-md ' +
  'after:absolute after:inset-x-3 after:-bottom-px after:h-[3px] after:rounded-t-full ' +
  'data-[state=active]:text-ink data-[state=active]:after:bg-accent ' +
  'aria-[current=page]:text-ink aria-[current=page]:after:bg-accent';
