/** The public holidays of a place, from `date-holidays`, and of mainland China with the days worked in exchange, from `chinese-days`. */
import { bounded } from '@/lib/core/bounded';
import { day, hour } from '@/lib/core/time';

import type { Place, PublicDay } from './choices/calendar';
import { dayAfter } from './choices/working-days';

const kept = bounded<PublicDay[]>({
  name: 'public holidays',
  holds: 'The public holidays of a place in a year.',
  count: 500,
  bytes: 2 * 1024 * 1024,
  ttl: day,
  sizeOf: (days) => JSON.stringify(days).length,
});

/** The days that a place sets apart, in their order, of all years that lie from one day to another at least in part; none without a place. */
export async function publicDays(
  place: Place | null,
  { from, until }: { from: string; until: string },
): Promise<PublicDay[]> {
  const days: PublicDay[] = [];
  for (let year = Number(from.slice(0, 4)); place && year <= Number(until.slice(0, 4)); year += 1)
    days.push(...(await daysOfYear(place, year)));
  return days;
}

async function daysOfYear(place: Place, year: number): Promise<PublicDay[]> {
  const key = `${place.country} ${place.region} ${year}`;
  const known = kept.get(key);
  if (known) return known;
  const announced = place.country === 'CN' ? await chineseDays(year) : [];
  // The exchanged days of a Chinese year are announced in the autumn before it; until then its holidays by law are known.
  const days = announced.length > 0 ? announced : await lawfulDays(place, year);
  kept.set(key, days);
  return days;
}

async function chineseDays(year: number): Promise<PublicDay[]> {
  const { getDayDetail } = await import('chinese-days');
  const days: PublicDay[] = [];
  for (let date = `${year}-01-01`; date.startsWith(String(year)); date = dayAfter(date)) {
    const { name, work } = getDayDetail(date);
    const [en = '', zh] = name.split(',');
    // A day like any other is called by the name of its weekday alone.
    if (zh) days.push({ date, worked: work, name: { en, zh } });
  }
  return days;
}

async function lawfulDays({ country, region }: Place, year: number): Promise<PublicDay[]> {
  const { default: Holidays } = await import('date-holidays');
  const found = (language: string) =>
    new Holidays(country, region, { languages: [language], types: ['public'] })
      .getHolidays(year)
      // China's days with a note are those of a few: of children, of young people.
      .filter((holiday) => country !== 'CN' || !('note' in holiday))
      .flatMap((holiday) => datesOf(holiday).map((date) => [date, oneScript(holiday.name)] as const));
  const chinese = new Map(found('zh').toReversed());
  // Of two on one day the first is named.
  const days = new Map(
    found('en')
      .toReversed()
      .map(([date, name]) => [date, { en: name, zh: chinese.get(date) ?? name }]),
  );
  return [...days]
    .map(([date, name]) => ({ date, worked: false, name }))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

// One of several days is one entry, from its first day on. An hour more or less is a change of clocks, and of a part of a day people work the rest.
function datesOf({ date, start, end }: { date: string; start: Date; end: Date }): string[] {
  const days = Math.max(1, Math.floor((end.getTime() - start.getTime() + 2 * hour) / day));
  const dates = [date.slice(0, 10)];
  while (dates.length < days) dates.push(dayAfter(dates.at(-1)!));
  return dates;
}

/** The countries whose holidays are known, and the regions of one, by their codes. */
export async function holidayPlaces(country?: string): Promise<Record<string, string>> {
  const { default: Holidays } = await import('date-holidays');
  const holidays = new Holidays();
  return (country ? holidays.getStates(country) : holidays.getCountries()) ?? {};
}

// A name that is there in simplified and in traditional characters is said once.
const oneScript = (name: string) => name.replace(/^(\p{Script=Han}+) \p{Script=Han}+$/u, '$1');
