'use client';

import { useState, type ComponentProps } from 'react';
import { useTranslations } from 'use-intl';

import { useFormField } from '@/components/forms/form-context';
import { Badge } from '@/components/ui/badge';
import { Button, ButtonLink, IconButton } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/choice';
import { ArrowDown, ArrowUp, Trash2 } from '@/components/ui/icons';
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

/** One entry of the menu with what can be done to it. What is wrong with it is never folded away, and a new link is open. */
export function MenuRow({ entry, row, at, count, site, locale, onMove, onChange, onRemove }: Props) {
  const t = useTranslations('pagesStaff.menu');
  const [open, setOpen] = useState(entry.type === 'link' && !entry.href);
  const isOpen = useHasFault(at) || open;
  const name = entryName(entry, site, locale) || t('newLink');
  const fields = `fields-${row}`;
  return (
    <li data-row={row} className="grid gap-3 px-4 py-2.5 sm:px-6">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <div className="-ms-2.5 flex">
          <Move way="up" label={t('up', { name })} disabled={at === 0} onMove={() => onMove(at - 1)} />
          <Move way="down" label={t('down', { name })} disabled={at === count - 1} onMove={() => onMove(at + 1)} />
        </div>
        <p className="flex min-w-0 flex-1 basis-32 flex-wrap items-center gap-x-3 gap-y-1">
          <bdi className="font-medium wrap-anywhere">{name}</bdi>
          <span className="text-sm text-muted">{t(`kinds.${entry.type}`)}</span>
          <State entry={entry} site={site} />
        </p>
        <Acts
          {...{ entry, name, locale, onChange, onRemove }}
          opens={{ 'aria-expanded': isOpen, 'aria-controls': fields, onClick: () => setOpen(!isOpen) }}
        />
      </div>
      <div id={fields} hidden={!isOpen} className="pb-3">
        {entry.type === 'area' && (
          <AreaFields at={at} name={name} entry={entry} names={site.names} onChange={onChange} />
        )}
        {entry.type === 'link' && <LinkFields at={at} name={name} entry={entry} onChange={onChange} />}
      </div>
    </li>
  );
}

type ActsProps = Pick<Props, 'entry' | 'locale' | 'onChange' | 'onRemove'> & {
  name: string;
  opens: ComponentProps<'button'>;
};

function Acts({ entry, name, locale, opens, onChange, onRemove }: ActsProps) {
  const t = useTranslations('pagesStaff.menu');
  return (
    <>
      {entry.type === 'area' && (
        <Checkbox
          label={t('shown')}
          aria-label={`${t('shown')}: ${name}`}
          checked={!entry.hidden}
          onChange={({ target }) => onChange({ ...entry, hidden: !target.checked })}
          className="me-2"
        />
      )}
      {entry.type === 'page' ? (
        <ButtonLink
          href={inLocale(locale, paths.staff('pages', entry.pageId))}
          aria-label={`${t('editPage')}: ${name}`}
          variant="quiet"
          size="sm"
        >
          {t('editPage')}
        </ButtonLink>
      ) : (
        <Button variant="quiet" size="sm" aria-label={`${t(`open.${entry.type}`)}: ${name}`} {...opens}>
          {t(`open.${entry.type}`)}
        </Button>
      )}
      {entry.type === 'link' && (
        <IconButton label={t('remove', { name })} onClick={onRemove}>
          <Trash2 aria-hidden />
        </IconButton>
      )}
    </>
  );
}

type MoveProps = { way: 'up' | 'down'; label: string; disabled: boolean; onMove: () => void };

const Move = ({ way, label, disabled, onMove }: MoveProps) => (
  <IconButton label={label} data-move={way} disabled={disabled} onClick={onMove}>
    {way === 'up' ? <ArrowUp aria-hidden /> : <ArrowDown aria-hidden />}
  </IconButton>
);

function useHasFault(at: number): boolean {
  const address = useFormField(`entries.${at}.href`).error;
  const english = useFormField(`entries.${at}.words.en`).error;
  const chinese = useFormField(`entries.${at}.words.zh`).error;
  return Boolean(address || english || chinese);
}

/** Why readers do not see an entry, where they do not. */
function State({ entry, site }: Pick<Props, 'entry' | 'site'>) {
  const t = useTranslations('pagesStaff');
  if (entry.type === 'area' && site.off.includes(entry.area)) return <Badge tone="warning">{t('menu.off')}</Badge>;
  const state = entry.type === 'page' && site.pages.find(({ id }) => id === entry.pageId)?.state;
  return state && state !== 'PUBLISHED' && <Badge>{t(`states.${state}`)}</Badge>;
}
