'use client';

import { useEffect, useState } from 'react';

import { useFormField } from '@/components/forms/form-context';
import { TextField } from '@/components/ui/text-field';

/** A date and time in the browser's own zone; the form gets the moment in UTC. */
export function MomentField({ name, label, hint }: { name: string; label: string; hint?: string }) {
  const { id, value, error } = useFormField(name);
  const [local, setLocal] = useState('');
  useEffect(() => {
    if (value) setLocal(asLocal(value));
  }, [value]);
  const moment = local ? new Date(local) : null;
  return (
    <>
      <TextField type="datetime-local" id={id} label={label} hint={hint} error={error} value={local} onChange={(event) => setLocal(event.target.value)} required />
      <input type="hidden" name={name} value={moment && !Number.isNaN(+moment) ? moment.toISOString() : ''} />
    </>
  );
}

function asLocal(moment: string): string {
  const at = new Date(moment);
  if (Number.isNaN(+at)) return '';
  return new Date(+at - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
