import type { ReactNode } from 'react';

import { Button, ButtonLink } from '@/components/ui/button';
import { ChevronDown, Search } from '@/components/ui/icons';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { translator } from '@/lib/core/i18n';
import { mostOfSearch } from '@/lib/core/list';

import { ListChips } from './list-chips';
import { ListColumnsForm } from './list-columns-form';
import { ListExport } from './list-export';
import { ListNotes } from './list-notes';
import { ListTabs, ListViewForms } from './list-tabs';
import { isLimited, type FilterView, type ListView } from './list-view';

/** What a list is searched, limited and sorted by: one form that works without scripts, and what is set, each part with a link that takes it off. */
export function ListHead(view: ListView) {
  const { locale, asked, here, filters, sorts, search } = view;
  const t = translator(locale, 'staff');
  return (
    <div className="mb-5 grid grid-cols-[minmax(0,1fr)] gap-3">
      <ListTabs {...view} />
      <form method="get" action={here} role="search" className="grid gap-3">
        {search && (
          <div className="flex flex-wrap items-start gap-2.5">
            <TextField
              type="search"
              name="q"
              id="list-search"
              label={search.label}
              hint={search.hint}
              defaultValue={asked.q}
              maxLength={mostOfSearch}
              before={<Search aria-hidden />}
              className="min-w-0 flex-1 basis-72"
            />
            <BesideField>
              <Apply view={view} />
            </BesideField>
          </div>
        )}
        <details
          className="group"
          open={(!search && !view.tabs) || isLimited({ ...view, asked: { ...asked, q: undefined } })}
        >
          <summary className="touch inline-flex w-fit cursor-pointer items-center gap-1.5 rounded-md py-1 font-medium text-accent-ink">
            <ChevronDown aria-hidden className="size-4.5 transition-transform group-open:rotate-180" />
            {t('list.filter')}
          </summary>
          <div className="mt-3 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
            {filters.map((filter) => (
              <Filter
                key={filter.name}
                filter={filter}
                value={asked.filters[filter.name]}
                any={t('list.any')}
                on={t('list.only')}
              />
            ))}
            <SelectField name="sort" id="list-sort" label={t('list.sort')} options={sorts} defaultValue={asked.sort} />
            {!search && (
              <div className="flex flex-wrap gap-2.5">
                <Apply view={view} />
              </div>
            )}
          </div>
        </details>
      </form>
      <ListChips {...view} />
      <ListNotes {...view} />
      <Kept {...view} />
    </div>
  );
}

// What somebody keeps of the list: its columns, a view, a file.
function Kept(view: ListView) {
  const { list, columns, shown, mayExport } = view;
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2">
      {columns.length > 0 && <ListColumnsForm list={list.name} columns={columns} shown={[...shown]} />}
      <ListViewForms {...view} />
      {mayExport && <ListExport {...view} />}
    </div>
  );
}

// Above the buttons stands an empty line as tall as the field's label, in any language.
function BesideField({ children }: { children: ReactNode }) {
  return (
    <div className="grid gap-1.5">
      <span aria-hidden className="text-[0.9375rem] font-semibold max-sm:hidden">
        &nbsp;
      </span>
      <div className="flex flex-wrap items-center gap-2.5 sm:min-h-11">{children}</div>
    </div>
  );
}

function Apply({ view }: { view: ListView }) {
  const { locale, here } = view;
  const t = translator(locale, 'staff');
  return (
    <>
      <Button type="submit" variant="primary">
        {t('list.apply')}
      </Button>
      {isLimited(view) && <ButtonLink href={here}>{t('list.clear')}</ButtonLink>}
    </>
  );
}

function Filter({ filter, value, any, on }: { filter: FilterView; value?: string; any: string; on: string }) {
  const { name, label, kind, options } = filter;
  const field = { name, id: `list-${name}`, label, defaultValue: value ?? '' };
  if (kind === 'kept') return value && <input type="hidden" name={name} value={value} />;
  if (kind === 'word') {
    const said = options?.find((option) => option.value === value)?.label ?? '';
    return <TextField {...field} defaultValue={said} autoCapitalize="none" />;
  }
  if (kind === 'day') return <TextField {...field} type="date" max="9999-12-31" />;
  return <SelectField {...field} blank={any} options={kind === 'on' ? [{ value: '1', label: on }] : options} />;
}
