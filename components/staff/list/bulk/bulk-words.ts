import type { ReactNode } from 'react';

import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';

/** How a list speaks of what is done to many of its rows. */
export type BulkWords = {
  /** The list's section of the staff pages. */
  list: string;
  listTitle: string;
  back: string;
  /** What a row is, above the names of rows. */
  row: string;
  /** Null for an act that is none of this list's. */
  name: (act: string) => string | null;
  heading: (act: string, count: number) => string;
  /** What will happen to the rows that can be done. */
  effect: (act: string, count: number) => string;
  /** What the button that begins it says. */
  begin: (act: string, count: number) => string;
  /** The codes of a forecast, and what is said of the rows that have one of them. */
  codes: readonly string[];
  preview: (code: string, count: number, names: string) => string;
  /** Why a row was refused. */
  refused: (code: string, values: unknown) => string;
  /** How a row is named and what it leads to; the page gives its names beside. */
  cell: (key: string, named?: Named) => ReactNode;
};

/** What a row is called besides its key. */
export type Named = { id: string; title: string };

/** A refusal in the words of the site's errors. */
export function errorWords(locale: Locale, code: string, values: unknown): string {
  const errors = translator(locale, 'errors') as unknown as ((key: string, values?: object) => string) & {
    has: (key: string) => boolean;
  };
  return errors.has(code) ? errors(code, (values ?? {}) as object) : errors('failed');
}
