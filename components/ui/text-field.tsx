import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';
import { FieldFrame, controlLook, useControl, type FieldProps } from './field';

type Adornments = { before?: ReactNode; after?: ReactNode };

export type TextFieldProps = Omit<ComponentProps<'input'>, 'children'> & FieldProps & Adornments;

export function TextField({
  label,
  hideLabel,
  hint,
  error,
  aside,
  before,
  after,
  className,
  ...input
}: TextFieldProps) {
  const wiring = useControl(input.id, { hint, error });
  const frame = { label, hideLabel, hint, error, aside, className, required: input.required };
  return (
    <FieldFrame {...frame} id={wiring.id}>
      <div className="relative flex items-center">
        {before && <span className="pointer-events-none absolute start-3.5 text-muted [&_svg]:size-4.5">{before}</span>}
        <input
          type="text"
          dir={input.type && input.type !== 'text' && input.type !== 'search' ? undefined : 'auto'}
          {...input}
          {...wiring}
          className={cx(controlLook, !!before && 'ps-10.5', !!after && 'pe-12')}
        />
        {after && <span className="absolute end-1.5 flex items-center text-muted">{after}</span>}
      </div>
    </FieldFrame>
  );
}

export type TextAreaProps = ComponentProps<'textarea'> & FieldProps;

/** Grows with what is typed where the browser can. */
export function TextArea({ label, hideLabel, hint, error, aside, className, rows = 4, ...input }: TextAreaProps) {
  const wiring = useControl(input.id, { hint, error });
  const frame = { label, hideLabel, hint, error, aside, className, required: input.required };
  return (
    <FieldFrame {...frame} id={wiring.id}>
      <textarea
        rows={rows}
        dir="auto"
        {...input}
        {...wiring}
        className={cx(controlLook, 'max-h-[70dvh] resize-y field-sizing-content leading-relaxed')}
        style={{ minHeight: `${rows * 1.65 + 1}rem` }}
      />
    </FieldFrame>
  );
}
