'use client';

import { createContext, use, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useLocale, useTranslations } from 'use-intl';

import { ChoiceGroup } from '@/components/ui/choice';
import { RadioCard } from '@/components/ui/radio-card';
import { ShopZone } from '@/components/ui/shop-times';
import { TextField } from '@/components/ui/text-field';
import { localIn, readLocal, isZone } from '@/lib/core/zoned-time';

import { useFormField } from './form-context';
import { ZoneNote } from './zone-note';

const ZoneContext = createContext<string | null>(null);

/**
 * The moments of a form, and behind them the time zone that they are meant in. On pages in the shop's time zone it is the shop's, and said;
 * elsewhere it can be typed, and is at first the browser's own, or UTC without scripts.
 */
export function InZone({ children }: { children: React.ReactNode }) {
  const shop = use(ShopZone);
  return shop === null ? <TypedZone>{children}</TypedZone> : <FixedZone zone={shop}>{children}</FixedZone>;
}

function FixedZone({ zone, children }: { zone: string; children: React.ReactNode }) {
  return (
    <ZoneContext value={zone}>
      {children}
      <input type="hidden" name="zone" value={zone} />
      <ZoneNote />
    </ZoneContext>
  );
}

function TypedZone({ children }: { children: React.ReactNode }) {
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

type Props = {
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  /** The moment that stands in the field before anything is typed. */
  initial?: Date;
};

/** A date and time as the clock on the wall shows it in the form's zone; beside it the moment that is meant, with its offset from UTC. */
export function MomentField({ name, label, hint, required = true, initial }: Props) {
  const { id, value, error } = useFormField(name);
  const [typed, shop] = [use(ZoneContext), use(ShopZone)];
  const zone = typed ?? shop ?? 'UTC';
  const { field, local, setTyped } = useLocalMoment(value, startOf(initial, zone));
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
        onChange={(event) => setTyped(event.target.value)}
        required={required}
      />
      {read?.kind === 'twice' && <Which name={`${name}.which`} zone={zone} moments={[read.at, read.later]} />}
    </div>
  );
}

// Until something is typed, the initial moment follows the zone.
const startOf = (initial: Date | undefined, zone: string): string =>
  initial ? localIn(isZone(zone) ? zone : 'UTC', initial) : '';

// What was typed before the page came to life counts, and a form that is emptied gives this field its start again.
function useLocalMoment(posted: string | undefined, start: string) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(posted);
  useEffect(() => {
    const input = field.current;
    if (input && input.value !== input.defaultValue) setTyped(input.value);
    const again = () => setTyped(undefined);
    input?.form?.addEventListener('reset', again);
    return () => input?.form?.removeEventListener('reset', again);
  }, []);
  return { field, local: typed ?? start, setTyped };
}

function Echo({ local, zone, hint }: { local: string; zone: string; hint?: string }) {
  const t = useTranslations('ui.moment');
  const say = useMomentWords(zone);
  const read = isZone(zone) ? readLocal(local, zone) : null;
  const own = useBrowserZone();
  const sayOwn = useMomentWords(own ?? 'UTC');
  if (!read || read.kind === 'twice') return <span aria-live="polite">{hint ?? t('inZone', { zone })}</span>;
  const words = say(read.at);
  // Who types in another zone than their own reads what their clock will show.
  const elsewhere = own !== null && localIn(own, read.at) !== localIn(zone, read.at);
  return (
    <span aria-live="polite">
      {read.kind === 'skipped' ? t('skipped', { time: localIn(zone, read.at).slice(11), moment: words }) : words}
      {elsewhere && <span className="block">{t('onYourClock', { moment: sayOwn(read.at) })}</span>}
    </span>
  );
}

const stay = () => () => undefined;

// The zone of this browser; null on the server and while hydrating.
function useBrowserZone(): string | null {
  const zone = useSyncExternalStore(
    stay,
    () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => null,
  );
  return zone !== null && isZone(zone) ? zone : null;
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
  // No offset is written as +00:00 by some engines, and by others not at all.
  return (at) => `${format?.format(at).replace(/GMT\+0?0:00/, 'GMT') ?? ''} · ${zone}`;
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
