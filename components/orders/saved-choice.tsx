'use client';

import { useTranslations } from 'use-intl';

import { cx } from '@/components/ui/cx';
import { Group, RadioCard } from '@/components/ui/radio-card';
import { useLive } from '@/components/ui/use-live';

import { another } from './another-address';
import type { KnownAddress } from './address-fields';

/** An address that a member keeps, as a checkout offers it; `isServed` says whether what is bought goes there. */
export type SavedAddressChoice = { id: string; title: string; lines: string; isServed: boolean; known: KnownAddress };

type Props = {
  saved: readonly SavedAddressChoice[];
  /** The id of the chosen one, or `another`. */
  chosen: string;
  /** What the page's address says besides the choice. */
  query: string;
  onChoose: (id: string) => void;
};

/** One of the addresses that a member keeps, or another. Without scripts each is a link to the page that begins with it. */
export function SavedChoice({ saved, chosen, query, onChoose }: Props) {
  const t = useTranslations('orders.checkout');
  const live = useLive();
  const choices = [
    ...saved.map(({ id, title, lines, isServed }) => ({
      ...{ id, title, isServed, hint: isServed ? lines : `${lines} · ${t('notServed')}` },
    })),
    { id: another, title: t('anotherAddress'), hint: undefined, isServed: true },
  ];
  return (
    <div className="mb-6">
      <Group legend={t('savedAddresses')} className="sm:grid-cols-2">
        {choices.map(({ id, title, hint, isServed }) =>
          live ? (
            <RadioCard
              key={id}
              name="savedAddress"
              value={id}
              label={<bdi>{title}</bdi>}
              hint={hint}
              checked={chosen === id}
              disabled={!isServed}
              onChange={() => onChoose(id)}
            />
          ) : (
            <a
              key={id}
              href={isServed ? `?${query}to=${id}` : undefined}
              aria-current={chosen === id ? 'true' : undefined}
              className={cx(
                linkLook,
                chosen === id ? 'border-focus bg-accent-soft/50' : 'border-line-strong bg-raised',
                !isServed && 'opacity-55',
              )}
            >
              <span
                aria-hidden
                className={cx(dot, chosen === id ? 'border-accent bg-accent' : 'border-field-line bg-raised')}
              />
              <span className="grid min-w-0 flex-1 gap-0.5">
                <span className="font-semibold">
                  <bdi>{title}</bdi>
                </span>
                {hint && <span className="text-sm text-muted">{hint}</span>}
              </span>
            </a>
          ),
        )}
      </Group>
    </div>
  );
}

const linkLook = 'touch flex items-start gap-3 rounded-lg border p-4 hover:border-field-line';
const dot = 'mt-[0.2em] size-5 shrink-0 rounded-full border-[1.5px]';
