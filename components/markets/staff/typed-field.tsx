'use client';

import { useFormField } from '@/components/forms/form-context';
import { SelectField, type SelectFieldProps } from '@/components/ui/select-field';
import { TextField, type TextFieldProps } from '@/components/ui/text-field';

type Typed<P> = Omit<P, 'onChange' | 'value' | 'name'> & {
  path: string;
  value: string;
  onType: (value: string) => void;
};

/** A text of a list that travels in one field; what is wrong with it is told by its path. */
export function TypedText({ path, onType, ...rest }: Typed<TextFieldProps>) {
  const { error } = useFormField(path);
  return (
    <TextField
      {...rest}
      data-part={path}
      error={error}
      onChange={(event) => onType(event.target.value)}
      autoComplete="off"
    />
  );
}

/** A choice of such a list. */
export function TypedSelect({ path, onType, ...rest }: Typed<SelectFieldProps>) {
  const { error } = useFormField(path);
  return <SelectField {...rest} data-part={path} error={error} onChange={(event) => onType(event.target.value)} />;
}
