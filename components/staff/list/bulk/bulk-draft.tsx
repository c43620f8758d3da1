import type { ReactNode } from 'react';

import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { BulkForecast } from '@/lib/core/bulk';

import { DropBulk, StartBulk } from './bulk-forms';
import type { BulkWords } from './bulk-words';

type Props = {
  id: string;
  act: string;
  forecast: BulkForecast[];
  words: BulkWords;
  /** What rows are called, where it is not their key. */
  names?: ReadonlyMap<string, string>;
  locale: Locale;
  /** What is asked for all rows. */
  children?: ReactNode;
  /** What stands in place of the button that begins it. */
  instead?: ReactNode;
};

const named = 8;

/** What will happen to the chosen rows, before it does: how many will be done, and which will be skipped and why. */
export function BulkDraft({ id, act, forecast, words, names, locale, children, instead }: Props) {
  const t = translator(locale, 'lists');
  const count = forecast.filter(({ code }) => code === null).length;
  const skipped = words.codes.flatMap((code) => {
    const keys = forecast.filter((each) => each.code === code).map(({ key }) => names?.get(key) ?? key);
    return keys.length > 0 ? [{ code, keys }] : [];
  });
  return (
    <div className="grid gap-6">
      <Card as="section" className="grid gap-5">
        <p className="text-lead">{words.effect(act, count)}</p>
        {skipped.length > 0 && (
          <Notice tone="warning" title={t('bulk.skipped')}>
            <ul className="grid gap-1">
              {skipped.map(({ code, keys }) => (
                <li key={code} className="wrap-anywhere">
                  {words.preview(code, keys.length, some(keys))}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {instead ??
          (count > 0 && (
            <StartBulk id={id} label={words.begin(act, count)}>
              {children}
            </StartBulk>
          ))}
      </Card>
      <DropBulk id={id} list={words.list} locale={locale} />
    </div>
  );
}

const some = (keys: string[]) => keys.slice(0, named).join(', ') + (keys.length > named ? ' …' : '');
