import { cleanText } from '@/lib/core/sanitize/clean-text';

export type FormValues = Record<string, unknown>;

/**
 * A form as plain data: every text cleaned but the secrets, which are taken as they were typed; repeated names become
 * lists, empty files and what the framework adds are left out.
 */
export function fromForm(form: FormData, secrets: ReadonlySet<string>): FormValues {
  const data: FormValues = Object.create(null) as FormValues;
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$')) continue;
    const values = form.getAll(name).filter((value) => typeof value === 'string' || value.size > 0);
    const cleaned = secrets.has(name)
      ? values
      : values.map((value) => (typeof value === 'string' ? cleanText(value) : value));
    data[cleanText(name)] = cleaned.length > 1 ? cleaned : cleaned[0];
  }
  return { ...data };
}

/** What goes back into a form that was refused: all that was typed but the secrets. */
export function typedIn(form: FormData, secrets: ReadonlySet<string>): Record<string, string> {
  const typed = [...form].filter(
    ([name, value]) => typeof value === 'string' && !name.startsWith('$') && !secrets.has(name),
  );
  return Object.fromEntries(typed.map(([name, value]) => [name, cleanText(value as string)]));
}
