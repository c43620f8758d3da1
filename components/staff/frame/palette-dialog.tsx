'use client';

import { Command } from 'cmdk';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Search } from '@/components/ui/icons';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { staffSection, type StaffAreaSections } from '@/lib/domains';
import { paths } from '@/lib/paths';

type Props = { locale: Locale; areas: StaffAreaSections[]; open: boolean; onOpenChange: (open: boolean) => void };
type Entry = { key: string; words: string; path: string };

const group =
  '[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-muted';

/** Finds a section, begins something new or searches a list; by typing, from every staff page. */
export function PaletteDialog({ locale, areas, open, onOpenChange }: Props) {
  const t = useTranslations('staff');
  const router = useRouter();
  const [words, setWords] = useState('');
  const typed = words.trim();
  const { places, starts, searches } = useEntries(areas, typed);
  const go = (path: string) => {
    onOpenChange(false);
    setWords('');
    router.push(inLocale(locale, path));
  };
  return (
    <Command.Dialog
      open={open}
      onOpenChange={onOpenChange}
      label={t('palette.title')}
      overlayClassName="fixed inset-0 z-40 animate-fade bg-scrim"
      contentClassName="fixed inset-x-3 top-[12dvh] z-50 mx-auto max-w-xl overflow-hidden rounded-xl bg-raised shadow-float outline-none"
    >
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Search aria-hidden className="size-5 shrink-0 text-muted" />
        <Command.Input
          value={words}
          onValueChange={setWords}
          maxLength={200}
          placeholder={t('palette.hint')}
          className="h-14 min-w-0 flex-1 bg-transparent outline-none placeholder:text-muted"
        />
      </div>
      <Command.List className="max-h-[min(24rem,60dvh)] overflow-y-auto p-2">
        <Entries heading={t('palette.go')} entries={places} go={go} />
        <Entries heading={t('palette.new')} entries={starts} go={go} />
        {typed !== '' && <Entries heading={t('palette.search')} entries={searches} go={go} always />}
      </Command.List>
    </Command.Dialog>
  );
}

function useEntries(areas: StaffAreaSections[], typed: string) {
  const t = useTranslations('staff');
  const sections = areas.flatMap(({ sections: inArea }) => inArea.map((name) => ({ ...staffSection(name), name })));
  const home = { key: 'home', words: t('rooms.home'), path: paths.staff() };
  const places = sections.map(({ name }) => ({ key: name, words: t(`rooms.${name}`), path: paths.staff(name) }));
  const starts = sections.flatMap(({ name, starts: segment }) =>
    segment
      ? [{ key: `start ${name}`, words: t(`palette.start.${name as 'products'}`), path: paths.staff(name, segment) }]
      : [],
  );
  const searches = sections
    .filter(({ search }) => search)
    .map(({ name }) => ({
      key: `search ${name}`,
      words: t('palette.searchIn', { section: t(`rooms.${name}`), words: typed }),
      path: withQuery(paths.staff(name), { q: typed }),
    }));
  const pages = areas.flatMap(({ pages: inArea }) =>
    inArea.map(({ section, name }) => ({
      key: `${section} ${name}`,
      words: t(`palette.pages.${name as 'brand'}`),
      path: paths.staff(section, name),
    })),
  );
  return { places: [home, ...places, ...pages], starts, searches };
}

type EntriesProps = { heading: string; entries: Entry[]; go: (path: string) => void; always?: boolean };

function Entries({ heading, entries, go, always }: EntriesProps) {
  return (
    <Command.Group heading={heading} className={group} forceMount={always}>
      {entries.map(({ key, words, path }) => (
        <Command.Item
          key={key}
          value={key}
          keywords={[words]}
          forceMount={always}
          onSelect={() => go(path)}
          className="flex min-h-11 cursor-pointer items-center rounded-md px-3 font-medium aria-selected:bg-accent-soft"
        >
          <bdi className="min-w-0 truncate">{words}</bdi>
        </Command.Item>
      ))}
    </Command.Group>
  );
}
