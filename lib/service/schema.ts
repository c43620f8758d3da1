import { z } from 'zod';

import { maybeLine, maybeLines, multiLine, nameLine } from '@/lib/core/fields';
import { moment, withMoments } from '@/lib/core/form-moments';
import { hoursLine } from '@/lib/core/hours-line';
import { list, orNothing, ticked } from '@/lib/core/pieces';
import { typed } from '@/lib/core/typed';
import { whole } from '@/lib/core/whole-number';
import { isZone } from '@/lib/core/zoned-time';

import { readPlace } from './choices/distance';

export const capabilities = ['REPAIR', 'DIAGNOSIS', 'PARTS', 'DROP_OFF', 'PICKUP', 'SHOP'] as const;
export type ServiceCapability = (typeof capabilities)[number];

/** Languages that may be spoken at a point, by their codes. */
export const spoken = [
  ...(['en', 'zh', 'yue', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv', 'da', 'tr', 'ar', 'hi', 'th'] as const),
  ...(['id', 'ms', 'vi', 'ja', 'ko', 'ru', 'uk'] as const),
] as const;

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;

const place = typed(60).transform((text, ctx) => {
  const read = readPlace(text);
  if (read) return read;
  ctx.addIssue({ code: 'custom', message: 'code:point-place' });
  return z.NEVER;
});

/** Hours by weekday, as they are kept. */
export const weekHours = z.array(z.array(z.tuple([z.number(), z.number()]))).length(7);

/** What the form of a service point sends; `shown` is the version that it showed, 0 where there is none yet; hours come as `week.<day>`. */
export const savePointInput = withMoments(
  ['closedUntil'],
  z
    .object({
      pointId: orNothing(z.uuid().optional()),
      shown: whole(0, 2_000_000_000).default(0),
      ...{ name: nameLine(80), nameZh: nameLine(80), address: multiLine(300, 3), addressZh: maybeLines(300) },
      place,
      pointZone: typed(60).refine(isZone, 'code:bad-zone'),
      ...Object.fromEntries(weekdays.map((day) => [`week.${day}`, hoursLine.default([])])),
      country: typed(2).default(''),
      region: maybeLine(10).default(''),
      capabilities: list(z.enum(capabilities), capabilities.length),
      languages: list(z.enum(spoken), spoken.length),
      phone: maybeLine(40),
      closedUntil: orNothing(moment.optional()),
      listed: ticked,
    })
    .catchall(z.unknown())
    .transform(({ ...form }, ctx) => {
      const week = weekdays.map((day) => form[`week.${day}`] as [number, number][]);
      const wrong = week.findIndex((windows) =>
        windows.some(([from, until], at) => from >= until || (at > 0 && windows[at - 1]![1] > from)),
      );
      if (wrong >= 0) ctx.addIssue({ code: 'custom', message: 'code:hours-order', path: [`week.${wrong}`] });
      return { ...form, week };
    }),
);

export type SavePoint = z.output<typeof savePointInput>;
