'use client';

import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';

import { useFormField } from '@/components/forms/form-context';
import { FormText } from '@/components/forms/form-fields';
import { Checkbox, ChoiceGroup } from '@/components/ui/choice';
import { useLive } from '@/components/ui/use-live';

type Props = {
  /** The countries that the shop ships to. */
  countries: readonly string[];
  initial?: string[];
};

/** Where a drop goes, chosen from where the shop ships to; without scripts codes are typed. */
export function RegionsField({ countries, initial = [] }: Props) {
  const t = useTranslations('drops.staff');
  const alive = useLive();
  const { value = '' } = useFormField('regions', initial.join(', '));
  if (alive) return <Chosen countries={countries} first={value} />;
  return (
    <FormText
      name="regions"
      label={t('regions')}
      hint={t('regionsHint', { codes: countries.slice(0, 8).join(', ') })}
      maxLength={2_000}
      initial={value}
      autoCapitalize="characters"
    />
  );
}

// What was chosen once stays among the choices, also where nothing is sent by now: the answer says so.
function Chosen({ countries, first }: { countries: readonly string[]; first: string }) {
  const t = useTranslations('drops.staff');
  const locale = useLocale();
  const { error } = useFormField('regions');
  const [chosen, choose] = useState<string[]>(() => first.toUpperCase().match(/[A-Z]{2}/g) ?? []);
  const [offered] = useState(() => {
    const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' });
    const all = [...new Set([...countries, ...chosen])].map((code) => ({ code, name: names.of(code) ?? code }));
    return all.toSorted((a, b) => a.name.localeCompare(b.name, locale));
  });
  return (
    <ChoiceGroup legend={t('regions')} hint={t('regionsChoose')} error={error}>
      <input type="hidden" name="regions" value={chosen.join(', ')} />
      <div className="grid max-h-72 gap-x-5 overflow-y-auto sm:grid-cols-2 lg:grid-cols-3">
        {offered.map(({ code, name }) => (
          <Checkbox
            key={code}
            label={name}
            checked={chosen.includes(code)}
            onChange={({ target }) =>
              choose(target.checked ? [...chosen, code] : chosen.filter((each) => each !== code))
            }
          />
        ))}
      </div>
    </ChoiceGroup>
  );
}
