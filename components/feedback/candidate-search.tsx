import { Button } from '@/components/ui/button';
import { Search } from '@/components/ui/icons';
import { TextField } from '@/components/ui/text-field';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';

/** Looks for an idea by its words or its thread's number; an ordinary form, so it works without scripts. */
export function CandidateSearch({ words, locale }: { words: string; locale: Locale }) {
  const t = translator(locale, 'feedback');
  return (
    <form className="flex items-end gap-2.5">
      <TextField name="q" type="search" label={t('case.search')} defaultValue={words} className="flex-1" />
      <Button type="submit" icon={<Search aria-hidden />} aria-label={t('case.find')} className="min-h-11" />
    </form>
  );
}
