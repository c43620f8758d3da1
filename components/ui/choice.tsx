import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';
import { FieldNotes, useControl, type FieldProps } from './field';
import { dotLook, Group } from './radio-card';

type ChoiceProps = Omit<ComponentProps<'input'>, 'type'> & Pick<FieldProps, 'label' | 'hint' | 'error'>;

export const Checkbox = (props: ChoiceProps) => <Choice type="checkbox" {...props} />;

export const Radio = (props: ChoiceProps) => <Choice type="radio" {...props} />;

/** Choices of one question, with what is to be said of them. */
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
    <Group
      legend={legend}
      foot={<FieldNotes id={wiring.id} hint={hint} error={error} />}
      className={className}
      data-invalid={error ? true : undefined}
      aria-describedby={wiring['aria-describedby']}
    >
      {children}
    </Group>
  );
}

function Choice({ label, hint, error, className, type, ...input }: ChoiceProps & { type: 'checkbox' | 'radio' }) {
  const wiring = useControl(input.id, { hint, error });
  return (
    <div className={cx('grid gap-1', className)}>
      <label className="touch grid w-fit cursor-pointer grid-cols-[auto_minmax(0,1fr)] content-center items-start gap-2.5 py-1.5 has-disabled:opacity-55">
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
