'use client';

import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { useFormField } from '@/components/forms/form-context';
import { Badge } from '@/components/ui/badge';
import { IconButton } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/choice';
import { ArrowDown, ArrowUp, Trash2 } from '@/components/ui/icons';
import { TextLink } from '@/components/ui/link';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { MenuEntry } from '@/lib/pages/choices/menu';
import { paths } from '@/lib/paths';

import { AreaFields, LinkFields } from './menu-fields';
import { entryName, type MenuSite } from './menu-site';

type Props = {
  entry: MenuEntry;
  /** What finds the row in the list, whatever its place. */
  row: number;
  at: number;
  count: number;
  site: MenuSite;
  locale: Locale;
  onMove: (to: number) => void;
  onChange: (entry: MenuEntry) => void;
  onRemove: () => void;
};

/** One entry of the menu with what can be done to it. */
export function MenuRow({ entry, row, at, count, site, locale, onMove, onChange, onRemove }: Props) {
  const t = useTranslations('pagesStaff.menu');
  const name = entryName(entry, site, locale) || t('newLink');
  return (
    <li data-row={row} className="grid gap-2 px-4 py-3 sm:px-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <div className="-ms-2.5 flex">
          <IconButton label={t('up', { name })} data-move="up" disabled={at === 0} onClick={() => onMove(at - 1)}>
            <ArrowUp aria-hidden />
          </IconButton>
          <IconButton
            label={t('down', { name })}
            data-move="down"
            disabled={at === count - 1}
            onClick={() => onMove(at + 1)}
          >
            <ArrowDown aria-hidden />
          </IconButton>
        </div>
        <p className="flex min-w-0 flex-1 basis-40 flex-wrap items-center gap-x-3 gap-y-1">
          <bdi className="font-medium wrap-anywhere">{name}</bdi>
          <span className="text-sm text-muted">{t(`kinds.${entry.type}`)}</span>
          <State entry={entry} site={site} />
        </p>
        {entry.type === 'area' && (
          <Checkbox
            label={t('shown')}
            aria-label={`${t('shown')}: ${name}`}
            checked={!entry.hidden}
            onChange={({ target }) => onChange({ ...entry, hidden: !target.checked })}
          />
        )}
        {entry.type === 'page' && (
          <TextLink
            href={inLocale(locale, paths.staff('pages', entry.pageId))}
            aria-label={`${t('editPage')}: ${name}`}
            className="touch"
          >
            {t('editPage')}
          </TextLink>
        )}
        {entry.type === 'link' && (
          <IconButton label={t('remove', { name })} onClick={onRemove}>
            <Trash2 aria-hidden />
          </IconButton>
        )}
      </div>
      {entry.type !== 'page' && (
        <Opened at={at} fresh={entry.type === 'link' && !entry.href} words={t(`open.${entry.type}`)}>
          {entry.type === 'area' ? (
            <AreaFields at={at} name={name} entry={entry} names={site.names} onChange={onChange} />
          ) : (
            <LinkFields at={at} name={name} entry={entry} onChange={onChange} />
          )}
        </Opened>
      )}
    </li>
  );
}

/** Why readers do not see an entry, where they do not. */
function State({ entry, site }: Pick<Props, 'entry' | 'site'>) {
  const t = useTranslations('pagesStaff');
  if (entry.type === 'area' && site.off.includes(entry.area)) return <Badge tone="warning">{t('menu.off')}</Badge>;
  const state = entry.type === 'page' && site.pages.find(({ id }) => id === entry.pageId)?.state;
  return state && state !== 'PUBLISHED' && <Badge>{t(`states.${state}`)}</Badge>;
}

type OpenedProps = { at: number; fresh: boolean; words: string; children: ReactNode };

// What is wrong in it is never folded away, and a new link is open.
function Opened({ at, fresh, words, children }: OpenedProps) {
  const address = useFormField(`entries.${at}.href`).error;
  const english = useFormField(`entries.${at}.words.en`).error;
  const chinese = useFormField(`entries.${at}.words.zh`).error;
  const [open, setOpen] = useState(fresh);
  const isOpen = open || Boolean(address || english || chinese);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="touch w-fit cursor-pointer text-[0.9375rem] font-medium text-accent-ink">{words}</summary>
      <div className="pt-3 pb-2">{children}</div>
    </details>
  );
}
