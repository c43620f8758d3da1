import { Button } from '@/components/ui/button';
import { Download } from '@/components/ui/icons';
import { TextField } from '@/components/ui/text-field';
import { api } from '@/lib/core/paths';

type Props = {
  /** What is exported, as its address names it. */
  of: string;
  fields: readonly (readonly [name: string, value: string | undefined])[];
  words: { lead: string; reason: string; button: string };
};

/** Downloads rows as a file, for a reason. */
export function ExportForm({ of, fields, words }: Props) {
  return (
    <form method="post" action={api('export', of)} className="mt-2 grid max-w-xl gap-3">
      <p className="text-sm text-muted">{words.lead}</p>
      {fields.map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
      <TextField name="reason" id="export-reason" label={words.reason} required minLength={3} maxLength={500} />
      <Button type="submit" size="sm" className="justify-self-start" icon={<Download aria-hidden />}>
        {words.button}
      </Button>
    </form>
  );
}
