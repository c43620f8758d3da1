import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';
import { FieldNotes, useControl, type FieldProps } from './field';

type ChoiceProps = Omit<ComponentProps<'input'>, 'type'> & Pick<FieldProps, 'label' | 'hint' | 'error'>;

export const Checkbox = (props: ChoiceProps) => <Choice type="checkbox" {...props} />;

export const Radio = (props: ChoiceProps) => <Choice type="radio" {...props} />;

/** A choice as a whole card, for shipping methods, variants and the like. */
export function RadioCard({ label, hint, aside, className, ...input }: ChoiceProps & { aside?: ReactNode }) {
  return (
    <label
      className={cx(
        'touch flex cursor-pointer items-start gap-3 rounded-lg border border-line-strong bg-raised p-4 transition-colors hover:border-field-line has-checked:border-focus has-checked:bg-accent-soft/50 has-disabled:cursor-default has-disabled:opacity-55 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
        className,
      )}
    >
      <input {...input} type="radio" className={cx(dotLook, 'rounded-full focus-visible:outline-none')} />
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span className="font-semibold">{label}</span>
        {hint && <span className="text-sm text-muted">{hint}</span>}
      </span>
      {aside && <span className="numerals shrink-0 font-semibold">{aside}</span>}
    </label>
  );
}

export function ChoiceGroup({
  legend,
  hint,
  error,
  children,
  className,
}: {
  legend: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  const wiring = useControl(undefined, { hint, error });
  return (
    <fieldset
      data-invalid={error ? true : undefined}
      className="grid min-w-0 gap-2"
      aria-describedby={wiring['aria-describedby']}
    >
      <legend className="mb-1.5 text-[0.9375rem] font-semibold">{legend}</legend>
      <div className={cx('grid gap-2', className)}>{children}</div>
      <FieldNotes id={wiring.id} hint={hint} error={error} />
    </fieldset>
  );
}

function Choice({ label, hint, error, className, type, ...input }: ChoiceProps & { type: 'checkbox' | 'radio' }) {
  const wiring = useControl(input.id, { hint, error });
  return (
    <div className={cx('grid gap-1', className)}>
      <label className="touch flex w-fit cursor-pointer items-start gap-2.5 py-1.5 has-disabled:opacity-55">
        <input
          {...input}
          {...wiring}
          type={type}
          className={cx(dotLook, type === 'radio' ? 'rounded-full' : 'rounded-[0.35rem]')}
        />
        <span>{label}</span>
      </label>
      <FieldNotes id={wiring.id} hint={hint} error={error} />
    </div>
  );
}

const dotLook =
  'tick mt-[0.2em] size-5 shrink-0 cursor-pointer appearance-none border-[1.5px] border-field-line bg-raised ' +
  'transition-colors checked:border-accent checked:bg-accent aria-invalid:border-danger';
