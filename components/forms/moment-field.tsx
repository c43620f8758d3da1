'use client';

import { createContext, use, useEffect, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';

import { ChoiceGroup } from '@/components/ui/choice';
import { RadioCard } from '@/components/ui/radio-card';
import { TextField } from '@/components/ui/text-field';
import { localIn, readLocal, isZone } from '@/lib/core/zoned-time';

import { useFormField } from './form-context';

const ZoneContext = createContext('UTC');

/** The moments of a form and, behind them, the time zone that they are meant in: the browser's own, or UTC without scripts, until another is typed. */
export function InZone({ children }: { children: React.ReactNode }) {
  const t = useTranslations('ui.moment');
  const { id, value, error } = useFormField('zone', 'UTC');
  const [zone, setZone] = useState(value!);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const typed = field.current?.value ?? 'UTC';
    setZone(typed === 'UTC' ? new Intl.DateTimeFormat().resolvedOptions().timeZone : typed);
  }, []);
  return (
    <ZoneContext value={zone}>
      {children}
      <TextField
        ref={field}
        id={id}
        name="zone"
        label={t('zone')}
        hint={t('zoneHint')}
        error={error}
        value={zone}
        onChange={(event) => setZone(event.target.value)}
        maxLength={60}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className="sm:max-w-[calc(50%-0.625rem)]"
      />
    </ZoneContext>
  );
}

type Props = { name: string; label: string; hint?: string; required?: boolean };

/** A date and time as the clock on the wall shows it in the form's zone; beside it the moment that is meant, with its offset from UTC. */
export function MomentField({ name, label, hint, required = true }: Props) {
  const { id, value = '', error } = useFormField(name);
  const zone = use(ZoneContext);
  const { field, local, setLocal } = useLocalMoment(value);
  const read = isZone(zone) ? readLocal(local, zone) : null;
  return (
    <div className="grid min-w-0 content-start gap-3">
      <TextField
        ref={field}
        type="datetime-local"
        id={id}
        name={name}
        label={label}
        hint={<Echo local={local} zone={zone} hint={hint} />}
        error={error}
        value={local}
        onChange={(event) => setLocal(event.target.value)}
        required={required}
      />
      {read?.kind === 'twice' && <Which name={`${name}.which`} zone={zone} moments={[read.at, read.later]} />}
    </div>
  );
}

// What was typed before the page came to life counts, and a form that is emptied empties this field too.
function useLocalMoment(posted: string) {
  const field = useRef<HTMLInputElement>(null);
  const [local, setLocal] = useState(posted);
  useEffect(() => {
    if (field.current?.value) setLocal(field.current.value);
    const form = field.current?.form;
    const empty = () => setLocal('');
    form?.addEventListener('reset', empty);
    return () => form?.removeEventListener('reset', empty);
  }, []);
  return { field, local, setLocal };
}

function Echo({ local, zone, hint }: { local: string; zone: string; hint?: string }) {
  const t = useTranslations('ui.moment');
  const say = useMomentWords(zone);
  const read = isZone(zone) ? readLocal(local, zone) : null;
  if (!read || read.kind === 'twice') return <span aria-live="polite">{hint ?? t('inZone', { zone })}</span>;
  const words = say(read.at);
  return (
    <span aria-live="polite">
      {read.kind === 'skipped' ? t('skipped', { time: localIn(zone, read.at).slice(11), moment: words }) : words}
    </span>
  );
}

function Which({ name, zone, moments }: { name: string; zone: string; moments: [Date, Date] }) {
  const t = useTranslations('ui.moment');
  const say = useMomentWords(zone);
  const { value } = useFormField(name);
  return (
    <ChoiceGroup legend={t('twice')}>
      {(['earlier', 'later'] as const).map((which, at) => (
        <RadioCard
          key={which}
          name={name}
          value={which}
          label={t(which)}
          hint={say(moments[at]!)}
          defaultChecked={value === which}
        />
      ))}
    </ChoiceGroup>
  );
}

/** Says a moment in a zone, with the zone's name and its offset then. */
function useMomentWords(zone: string): (at: Date) => string {
  const locale = useLocale();
  const format = isZone(zone) ? new Intl.DateTimeFormat(locale, { ...parts, timeZone: zone }) : null;
  return (at) => `${format?.format(at) ?? ''} · ${zone}`;
}

const parts = {
  weekday: 'short',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'longOffset',
} as const;
