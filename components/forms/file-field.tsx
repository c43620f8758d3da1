'use client';

import { useState } from 'react';

import { FieldNotes } from '@/components/ui/field';

import { FileButton } from './file-button';
import { useFormField } from './form-context';

type Props = {
  name: string;
  label: string;
  /** What the button says, and what stands beside it while no file is chosen. */
  choose: string;
  none: string;
  hint?: string;
  accept: string;
};

/** A file in an ActionForm, with the name of the one that is chosen. */
export function FileField({ name, label, choose, none, hint, accept }: Props) {
  const field = useFormField(name);
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <p className="text-[0.9375rem] font-semibold">{label}</p>
      <div className="relative flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <FileButton
          id={field.id}
          name={field.name}
          error={field.error}
          label={label}
          accept={accept}
          required
          onChoose={({ files }) => setChosen(files?.[0]?.name ?? null)}
        >
          {choose}
        </FileButton>
        <span className="js-only min-w-0 truncate text-sm text-muted">{chosen ?? none}</span>
      </div>
      <FieldNotes id={field.id} error={field.error} hint={hint} />
    </div>
  );
}
