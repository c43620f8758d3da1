'use client';

import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';

import { Card } from '@/components/ui/card';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { useLive } from '@/components/ui/use-live';
import type { PublicPoint } from '@/lib/flows/service/read-points';
import { cities } from '@/lib/service/choices/cities';
import { distanceKm, readPlace, type Place } from '@/lib/service/choices/distance';

import { PointCard } from './point-card';

/** The service points, the nearest first once a reader says where they are; what they say stays in their browser. */
export function PointList({ points }: { points: readonly PublicPoint[] }) {
  const [from, setFrom] = useState<Place | null>(null);
  const live = useLive();
  const far = (point: PublicPoint) => (from ? distanceKm(from, point) : null);
  const rows = points.map((point) => ({ point, km: far(point) })).toSorted((a, b) => (a.km ?? 0) - (b.km ?? 0));
  return (
    <div className="grid gap-6">
      {live && points.length > 1 && <Whence onChange={setFrom} />}
      <ul className="grid gap-4">
        {rows.map(({ point, km }) => (
          <li key={point.id}>
            <PointCard point={point} km={km} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Whence({ onChange }: { onChange: (from: Place | null) => void }) {
  const t = useTranslations('service.from');
  const isChinese = useLocale().startsWith('zh');
  const [typed, setTyped] = useState('');
  const [city, setCity] = useState('');
  const options = cities
    .map(({ key, en, zh }) => ({ value: key, label: isChinese ? zh : en }))
    .toSorted((a, b) => a.label.localeCompare(b.label, isChinese ? 'zh-CN' : 'en'));
  const choose = (key: string) => {
    setCity(key);
    setTyped('');
    onChange(cities.find((each) => each.key === key) ?? null);
  };
  const type = (text: string) => {
    setTyped(text);
    setCity('');
    onChange(readPlace(text));
  };
  const isUnclear = typed.trim() !== '' && readPlace(typed) === null;
  return (
    <Card as="section" className="grid items-start gap-4 sm:grid-cols-2" aria-labelledby="from">
      <h2 id="from" className="text-subheading sm:col-span-2">
        {t('title')}
      </h2>
      <SelectField
        id="city"
        label={t('city')}
        value={city}
        blank={t('anyCity')}
        options={options}
        onChange={(event) => choose(event.target.value)}
      />
      <TextField
        id="place"
        label={t('place')}
        hint={t('placeHint')}
        error={isUnclear ? t('unclear') : undefined}
        value={typed}
        onChange={(event) => type(event.target.value)}
        maxLength={60}
        inputMode="text"
        autoComplete="off"
        dir="ltr"
      />
    </Card>
  );
}
