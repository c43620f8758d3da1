'use client';

import { useEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import type { FormAction } from '@/components/forms/reachable';
import { Checkbox } from '@/components/ui/choice';
import { cx } from '@/components/ui/cx';
import { groupDigits } from '@/lib/core/digits';
import { mostCounted } from '@/lib/core/list';

export type ListAct = { value: string; label: string };

type Props = {
  action: FormAction<never>;
  acts: ListAct[];
  /** The list's address, which is sent where all that match are meant. */
  query: string;
  locale: string;
  /** How many rows match, as far as they are counted. */
  count: number;
  rows: number;
  children: ReactNode;
};

/** A form around the rows of a list: which of them are chosen, and what may be done to them. Without scripts an ordinary form. */
export function ListChoice({ action, acts, query, locale, count, rows, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [{ chosen, all }, set] = useState({ chosen: 0, all: false });
  const last = useRef<HTMLInputElement>(null);
  const note = () => set({ chosen: boxesIn(place).filter(({ checked }) => checked).length, all: false });
  // A browser may bring ticks back with the page.
  useEffect(() => set({ chosen: boxesIn(place).filter(({ checked }) => checked).length, all: false }), [query]);

  const clicked = ({ target, shiftKey }: MouseEvent) => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'ids') return;
    if (shiftKey && last.current) between(boxesIn(place), last.current, target);
    last.current = target;
    note();
  };
  const each = (checked: boolean) => {
    for (const box of boxesIn(place)) box.checked = checked;
    set({ chosen: checked ? rows : 0, all: false });
  };
  const everything = (checked: boolean) => {
    for (const box of boxesIn(place)) box.checked = checked;
    set({ chosen: checked ? rows : 0, all: checked });
  };

  return (
    <ActionForm action={action} hidden={{ query, locale }} className="gap-0">
      {/* The keyboard ticks the boxes themselves: this hears what became of them. */}
      <div ref={place} onClick={clicked} role="presentation">
        {children}
      </div>
      <Bar {...{ acts, count, rows, chosen, all, each, everything }} />
    </ActionForm>
  );
}

type BarProps = Pick<Props, 'acts' | 'count' | 'rows'> & {
  chosen: number;
  all: boolean;
  each: (checked: boolean) => void;
  everything: (checked: boolean) => void;
};

function Bar({ acts, count, rows, chosen, all, each, everything }: BarProps) {
  const t = useTranslations('lists.choose');
  const words = count >= mostCounted ? t('allMany') : t('all', { count: groupDigits(count) });
  return (
    <div
      className={cx(
        'mt-3 flex flex-wrap items-center gap-x-5 gap-y-2 rounded-xl border border-line bg-raised px-4 py-2.5',
        chosen > 0 && 'sticky bottom-3 z-10 shadow-raised',
      )}
    >
      <p role="status" className="js-only min-w-28 font-semibold numerals">
        {all ? words : t('chosen', { count: chosen })}
      </p>
      <div className="js-only">
        <Checkbox label={t('page')} checked={chosen === rows} onChange={({ target }) => each(target.checked)} />
      </div>
      {count > rows && (
        <Checkbox
          name="all"
          value="1"
          label={words}
          checked={all}
          onChange={({ target }) => everything(target.checked)}
        />
      )}
      <div className="ms-auto flex flex-wrap gap-2.5 max-sm:w-full">
        {acts.map(({ value, label }) => (
          <FormSubmit key={value} variant="secondary" size="sm" name="act" value={value}>
            {label}
          </FormSubmit>
        ))}
      </div>
    </div>
  );
}

const boxesIn = (place: { current: HTMLElement | null }) => [
  ...(place.current?.querySelectorAll<HTMLInputElement>('input[name="ids"]') ?? []),
];

function between(boxes: HTMLInputElement[], from: HTMLInputElement, to: HTMLInputElement): void {
  const [one, other] = [boxes.indexOf(from), boxes.indexOf(to)];
  if (one < 0) return;
  for (const box of boxes.slice(Math.min(one, other), Math.max(one, other) + 1)) box.checked = to.checked;
}
