'use client';

import { createContext, use, useEffect, useState } from 'react';

import type { Locale } from '@/lib/core/locale';

import { DropPicture, type Picture } from './drop-picture';

type Chosen = { shown: string | null; show: (variantId: string) => void };

const ChosenContext = createContext<Chosen>({ shown: null, show: () => undefined });

/** The variant that the reader has chosen in the live panel, for the parts of the page that follow it. */
export function ChosenVariant({ children }: { children: React.ReactNode }) {
  const [shown, show] = useState<string | null>(null);
  return <ChosenContext value={{ shown, show }}>{children}</ChosenContext>;
}

/** Tells the page which variant is chosen. */
export function useShown(variantId: string): void {
  const { show } = use(ChosenContext);
  useEffect(() => {
    if (variantId) show(variantId);
  }, [variantId, show]);
}

/** The variant that is chosen; null until the live panel has told. */
export const useChosen = (): string | null => use(ChosenContext).shown;

type Props = { pictures: (Picture & { variantId: string | null })[]; locale: Locale; className?: string };

/** The picture of the chosen variant, or the product's own where it has none. */
export function ChosenPicture({ pictures, locale, className }: Props) {
  const { shown } = use(ChosenContext);
  const picture = pictures.find(({ variantId }) => shown !== null && variantId === shown) ?? pictures[0];
  return <DropPicture picture={picture} locale={locale} eager className={className} />;
}
