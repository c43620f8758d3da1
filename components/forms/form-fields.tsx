'use client';

import { use } from 'react';

import { Button, type ButtonProps } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/choice';
import { SelectField, type SelectFieldProps } from '@/components/ui/select-field';
import { TextArea, TextField, type TextAreaProps, type TextFieldProps } from '@/components/ui/text-field';

import { FormContext, useFormField } from './form-context';

type Named<P> = Omit<P, 'name' | 'error' | 'defaultValue' | 'value' | 'id'> & { name: string; initial?: string };

/** One line of text in an ActionForm. */
export function FormText({ name, initial, ...rest }: Named<TextFieldProps>) {
  const { id, value, error } = useFormField(name, initial);
  return <TextField {...rest} id={id} name={name} defaultValue={value} error={error} />;
}

/** Several lines of text in an ActionForm. */
export function FormArea({ name, initial, ...rest }: Named<TextAreaProps>) {
  const { id, value, error } = useFormField(name, initial);
  return <TextArea {...rest} id={id} name={name} defaultValue={value} error={error} />;
}

/** A choice from a list in an ActionForm. */
export function FormSelect({ name, initial, ...rest }: Named<SelectFieldProps>) {
  const { id, value, error } = useFormField(name, initial);
  return <SelectField {...rest} id={id} name={name} defaultValue={value} error={error} />;
}

/** A yes or no in an ActionForm; sends `on`, or nothing. */
export function FormCheck({
  name,
  initial,
  label,
  hint,
}: {
  name: string;
  initial?: boolean;
  label: React.ReactNode;
  hint?: React.ReactNode;
}) {
  const { outcome } = use(FormContext);
  const { id, error } = useFormField(name);
  const checked = outcome.status === 'refused' ? outcome.typed[name] === 'on' : initial;
  return <Checkbox id={id} name={name} defaultChecked={checked} label={label} hint={hint} error={error} />;
}

/** The button that sends an ActionForm; with name and value where there are several. Turns while its own answer is awaited. */
export function FormSubmit({ variant = 'primary', name, value, ...rest }: ButtonProps) {
  const { pending, submitter } = use(FormContext);
  const mine = pending && (!name || (submitter?.name === name && submitter.value === String(value ?? '')));
  return <Button type="submit" variant={variant} name={name} value={value} pending={mine} {...rest} />;
}
