'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { useFormField } from '@/components/forms/form-context';
import { Button } from '@/components/ui/button';
import { Checkbox, ChoiceGroup } from '@/components/ui/choice';
import type { TypedZone } from '@/lib/markets/schema';
import { continents, europeanUnion, type Continent } from '@/lib/orders/choices/continents';

type Choice = { value: string; label: string };
type Props = {
  zone: TypedZone;
  path: string;
  choices: readonly Choice[];
  /** Countries that stand in any zone. */
  taken: readonly string[];
  onChange: (change: Partial<TypedZone>) => void;
};

const groups = Object.keys(continents) as Continent[];

/** The countries of a zone: those that are chosen by name, and behind folds all of each continent to choose from. */
export function ZoneCountries({ zone, path, choices, taken, onChange }: Props) {
  const t = useTranslations('markets.shipping');
  const { error } = useFormField(`${path}.countries`);
  const own = new Set(zone.countries);
  const isFree = (code: string) => own.has(code) || !taken.includes(code);
  const take = (codes: readonly string[]) =>
    onChange({ countries: [...new Set([...own, ...codes.filter(isFree)])].toSorted() });
  const leave = (codes: readonly string[]) =>
    onChange({ countries: zone.countries.filter((each) => !codes.includes(each)) });
  const chosen = choices.filter(({ value }) => own.has(value)).map(({ label }) => label);
  return (
    <ChoiceGroup legend={t('countries')} hint={t('countriesHint')} error={error}>
      {chosen.length > 0 && <p className="mb-2 wrap-anywhere">{chosen.join(t('comma'))}</p>}
      <div className="grid divide-y divide-line rounded-lg border border-line">
        {groups.map((name) => {
          const codes: readonly string[] = continents[name];
          const count = codes.filter((code) => own.has(code)).length;
          return (
            <details key={name} className="group px-4">
              <summary className="touch flex cursor-pointer items-center gap-2 py-2.5 font-medium">
                <ChevronRight
                  aria-hidden
                  className="size-4.5 shrink-0 text-muted transition-transform group-open:rotate-90"
                />
                {t(`continents.${name}`)}
                {count > 0 && <span className="text-sm text-muted">{t('chosen', { count })}</span>}
              </summary>
              <div className="mb-2 flex flex-wrap gap-2">
                {name === 'europe' && (
                  <Button size="sm" variant="quiet" onClick={() => take(europeanUnion)}>
                    {t('chooseUnion')}
                  </Button>
                )}
                <Button size="sm" variant="quiet" onClick={() => take(codes)}>
                  {t('chooseAll')}
                </Button>
                <Button size="sm" variant="quiet" disabled={count === 0} onClick={() => leave(codes)}>
                  {t('chooseNone')}
                </Button>
              </div>
              <div className="grid gap-x-4 gap-y-1 pb-4 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
                {choices
                  .filter(({ value }) => codes.includes(value))
                  .map(({ value, label }) => (
                    <Checkbox
                      key={value}
                      label={label}
                      checked={own.has(value)}
                      disabled={!isFree(value)}
                      onChange={(event) => (event.target.checked ? take([value]) : leave([value]))}
                    />
                  ))}
              </div>
            </details>
          );
        })}
      </div>
    </ChoiceGroup>
  );
}
