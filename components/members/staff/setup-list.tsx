import { CircleCheck, CircleDashed } from 'lucide-react';

import { ImportLink } from '@/components/imports/staff/import-link';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { StaffSectionName } from '@/lib/domains';
import { paths } from '@/lib/paths';

import { TestLetter } from './test-letter';

type SetupStep = 'address' | keyof typeof places;
type Step = { step: SetupStep; done: boolean; state: string; optional?: boolean };
type Props = { locale: Locale; steps: Step[]; sections: readonly StaffSectionName[] };

// Where a step is done by hand, and the section that opens it; the others are settings or commands, which their sentence names.
const places = {
  brand: { section: 'settings', path: () => paths.staff('settings', 'brand') },
  pictures: { section: 'settings', path: () => paths.staff('settings', 'brand') },
  mail: { section: 'settings', path: () => paths.staff('settings', 'mail') },
  payments: { section: 'settings', path: () => paths.staff('settings', 'payments') },
  shipping: { section: 'settings', path: () => paths.staff('settings', 'shipping') },
  zone: { section: 'settings', path: () => paths.staff('settings', 'taxes') },
  hours: { section: 'settings', path: () => paths.staff('settings', 'calendar') },
  law: { section: 'pages', path: () => paths.staff('pages') },
  board: { section: 'boards', path: () => paths.staff('boards', 'new') },
  product: { section: 'products', path: () => paths.staff('products', 'new') },
  ideas: { section: 'boards', path: () => paths.staff('boards') },
  drop: { section: 'drops', path: () => paths.staff('drops', 'new') },
  team: { section: 'team', path: () => paths.staff('team') },
  start: { section: 'settings', path: () => paths.staff('settings', 'start') },
  menu: { section: 'pages', path: () => paths.staff('pages', 'menu') },
} as const;

// What an old site brings.
const imported = { board: 'forum', product: 'shop' } as const;

/** The steps towards opening: how each stands, and where it is done. */
export function SetupList({ locale, steps, sections }: Props) {
  const t = translator(locale, 'staff');
  const say = t as unknown as (key: string) => string;
  return (
    <Card flush as="ul" className="divide-y divide-line">
      {steps.map(({ step, done, state, optional }) => {
        const place = step in places ? places[step as keyof typeof places] : null;
        return (
          <li key={step} className="flex flex-wrap items-start gap-x-4 gap-y-3 p-4 sm:p-5">
            <Sign done={done} word={t(done ? 'setupPage.done' : 'setupPage.open')} />
            <div className="min-w-0 flex-1 basis-64">
              <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-subheading">
                {say(`setupPage.steps.${step}.title`)}
                {optional && !done && <Badge>{t('setupPage.optional')}</Badge>}
              </h2>
              <p className="mt-1 wrap-anywhere text-muted">{say(`setupPage.steps.${step}.${state}`)}</p>
            </div>
            {(state === 'missing' || step === 'mail' || step === 'payments') &&
              place &&
              sections.includes(place.section) && (
                <ButtonLink href={inLocale(locale, place.path())}>{say(`setupPage.steps.${step}.go`)}</ButtonLink>
              )}
            {state === 'missing' && step in imported && sections.includes('imports') && (
              <ImportLink from={imported[step as keyof typeof imported]} locale={locale} />
            )}
            {step === 'mail' && state !== 'missing' && <TestLetter locale={locale} />}
          </li>
        );
      })}
    </Card>
  );
}

function Sign({ done, word }: { done: boolean; word: string }) {
  const Icon = done ? CircleCheck : CircleDashed;
  return (
    <Icon
      role="img"
      aria-label={word}
      className={done ? 'size-6 shrink-0 text-positive' : 'size-6 shrink-0 text-muted'}
    />
  );
}
