'use client';

import { useTranslations } from 'use-intl';

import { Group, RadioCard } from '@/components/ui/radio-card';

import type { StageVariant } from './stage-drop';

type Stock = { variantId: string; units: number; remaining: number };
type Props = {
  variants: StageVariant[];
  stock: Stock[];
  chosen: string;
  onChoose: (variantId: string) => void;
  open: boolean;
};

/** Which of the variants; while the drop is open, with what is left of each. */
export function VariantChoice({ variants, stock, chosen, onChoose, open }: Props) {
  const t = useTranslations('drops');
  const hint = ({ units, remaining }: Stock) =>
    open ? (remaining > 0 ? t('unitsOf', { remaining, units }) : t('soldOutVariant')) : t('units', { count: units });
  return (
    <Group legend={t('choose')}>
      {variants.map((variant) => {
        const own = stock.find(({ variantId }) => variantId === variant.id) ?? {
          variantId: variant.id,
          units: 0,
          remaining: 0,
        };
        return (
          <RadioCard
            key={variant.id}
            name="variant"
            value={variant.id}
            label={variant.title}
            hint={hint(own)}
            aside={variant.price}
            checked={chosen === variant.id}
            onChange={() => onChoose(variant.id)}
          />
        );
      })}
    </Group>
  );
}

/** The variant to begin with: the one that was reserved, else the first with units left. */
export function firstChoice(variants: StageVariant[], stock: Stock[], reserved: string | null | undefined): string {
  const left = (id: string) => (stock.find(({ variantId }) => variantId === id)?.remaining ?? 0) > 0;
  if (reserved && variants.some(({ id }) => id === reserved) && left(reserved)) return reserved;
  return variants.find(({ id }) => left(id))?.id ?? variants[0]?.id ?? '';
}
