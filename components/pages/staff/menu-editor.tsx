'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';

import { useFormField } from '@/components/forms/form-context';
import { Button } from '@/components/ui/button';
import { Card, SectionHead } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { menuMost, type MenuEntry } from '@/lib/pages/choices/menu';
import { paths } from '@/lib/paths';

import { MenuPreview } from './menu-preview';
import { MenuRow } from './menu-row';
import { entryName, type MenuSite } from './menu-site';

type Props = { saved: readonly MenuEntry[]; site: MenuSite; locale: Locale };

/** The menu as a list whose entries are moved, named, hidden, added and removed, with the header that it makes; it travels in one field. */
export function MenuEditor({ saved, site, locale }: Props) {
  const t = useTranslations('pagesStaff.menu');
  const { error } = useFormField('entries');
  const { placed, said, list, add, ...change } = usePlaced(
    saved,
    (entry) => entryName(entry, site, locale) || t('newLink'),
  );
  const entries = placed.map(({ entry }) => entry);
  const links = entries.filter(({ type }) => type === 'link').length;
  return (
    <>
      <MenuPreview entries={entries} site={site} locale={locale} />
      <Card as="section" flush aria-labelledby="entries">
        <div className="px-4 pt-4 sm:px-6 sm:pt-6">
          <SectionHead id="entries" title={t('entries')} lead={<Lead site={site} locale={locale} />} />
          <input type="hidden" name="entries" value={JSON.stringify(entries)} />
          <noscript>
            <p className="mb-4 text-muted">{t('needsScripts')}</p>
          </noscript>
          {error && (
            <p role="alert" className="mb-4 text-danger">
              {error}
            </p>
          )}
          <p aria-live="polite" className="sr-only">
            {said}
          </p>
        </div>
        <ol ref={list} className="divide-y divide-line border-y border-line">
          {placed.map(({ key, entry }, at) => (
            <MenuRow
              key={key}
              {...{ entry, at, site, locale }}
              row={key}
              count={placed.length}
              onMove={(to) => change.move(at, to)}
              onChange={(changed) => change.replace(at, changed)}
              onRemove={() => change.remove(at)}
            />
          ))}
        </ol>
        <div className="px-4 py-4 sm:px-6">
          {links < menuMost.links && (
            <Button data-add onClick={add}>
              {t('addLink')}
            </Button>
          )}
        </div>
      </Card>
    </>
  );
}

function Lead({ site: { maySetAreas }, locale }: Pick<Props, 'site' | 'locale'>) {
  const t = useTranslations('pagesStaff.menu');
  return (
    <>
      <span className="block">{t('entriesLead')}</span>
      {t('hiddenMeans')}{' '}
      {maySetAreas && <TextLink href={inLocale(locale, paths.staff('settings', 'areas'))}>{t('areas')}</TextLink>}
    </>
  );
}

type Placed = { key: number; entry: MenuEntry };

/** The entries in their order, what is said of the last change to who cannot see it, and where the focus goes after it. */
function usePlaced(saved: readonly MenuEntry[], nameOf: (entry: MenuEntry) => string) {
  const t = useTranslations('pagesStaff.menu');
  const list = useRef<HTMLOListElement>(null);
  const next = useRef(saved.length);
  const wanted = useRef<string[]>([]);
  const [placed, setPlaced] = useState<Placed[]>(() => saved.map((entry, key) => ({ key, entry })));
  const [said, setSaid] = useState('');
  // A row that is moved or removed takes the focus with it.
  useEffect(() => {
    const card = list.current?.parentElement;
    const controls = wanted.current.splice(0).map((each) => card?.querySelector<HTMLElement>(each));
    controls.find((each) => each && !each.matches(':disabled'))?.focus();
  }, [placed]);
  const set = (entries: Placed[], sentence: string, ...focus: string[]) => {
    wanted.current = focus;
    setSaid(sentence);
    setPlaced(entries);
  };
  const move = (from: number, to: number) => {
    const it = placed[from]!;
    const row = `[data-row="${it.key}"]`;
    const ways = to < from ? ['up', 'down'] : ['down', 'up'];
    set(
      placed.toSpliced(from, 1).toSpliced(to, 0, it),
      t('moved', { name: nameOf(it.entry), place: to + 1, count: placed.length }),
      ...ways.map((way) => `${row} [data-move="${way}"]`),
    );
  };
  const add = () => {
    const key = (next.current += 1);
    const entry: MenuEntry = { type: 'link', href: '', words: { en: '', zh: '' } };
    set([...placed, { key, entry }], '', `[data-row="${key}"] input`);
  };
  const remove = (at: number) =>
    set(placed.toSpliced(at, 1), t('removed', { name: nameOf(placed[at]!.entry) }), '[data-add]');
  const replace = (at: number, entry: MenuEntry) => setPlaced(placed.with(at, { ...placed[at]!, entry }));
  return { placed, said, list, add, move, remove, replace };
}
