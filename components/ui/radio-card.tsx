import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';

type CardProps = Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; hint?: ReactNode; aside?: ReactNode };

/** A choice as a whole card, for shipping methods, variants and the like. */
export function RadioCard({ label, hint, aside, className, ...input }: CardProps) {
  return (
    <label
      className={cx(
        'touch flex cursor-pointer items-start gap-3 rounded-lg border border-line-strong bg-raised p-4 transition-colors hover:border-field-line has-checked:border-focus has-checked:bg-accent-soft/50 has-disabled:cursor-default has-disabled:opacity-55 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
        className,
      )}
    >
      <input {...input} type="radio" className={cx(dotLook, 'rounded-full focus-visible:outline-none')} />
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span className="flex justify-between gap-3 font-semibold">
          <span className="min-w-0">{label}</span>
          {aside && <span className="numerals shrink-0">{aside}</span>}
        </span>
        {hint && <span className="text-sm text-muted">{hint}</span>}
      </span>
    </label>
  );
}

type GroupProps = ComponentProps<'fieldset'> & { legend: ReactNode; foot?: ReactNode };

/** Choices of one question under its words. */
export function Group({ legend, foot, children, className, ...rest }: GroupProps) {
  return (
    <fieldset {...rest} className="grid min-w-0 gap-2">
      <legend className="mb-1.5 text-[0.9375rem] font-semibold">{legend}</legend>
      <div className={cx('grid gap-2', className)}>{children}</div>
      {foot}
    </fieldset>
  );
}

export const dotLook =
  'tick mt-[0.2em] size-5 shrink-0 cursor-pointer appearance-none border-[1.5px] border-field-line bg-raised ' +
  'transition-colors checked:border-accent checked:bg-accent aria-invalid:border-danger';
