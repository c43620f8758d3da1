import { z } from 'zod';

import type { SiteArea } from './site-areas';

/**
 * The data of every kind of message to a person. Each domain adds its own beside their declaration:
 * `declare module '@/lib/core/notices' { interface Notices extends DataOf<typeof notices> {} }`.
 */
// eslint-disable-next-line typescript/no-empty-object-type
export interface Notices {}

/** The name of a message to a person: `noun.pastTense`. Its sentences are `notifications.kinds.<kind>` and `mail.<kind>`. */
export type Kind = keyof Notices;

export const channels = ['app', 'mail'] as const;
export type Channel = (typeof channels)[number];

/** What a notice is about, as the list of notifications draws it. */
export type NoticeIcon = 'drop' | 'idea' | 'moderation' | 'order' | 'owner' | 'post' | 'release';

/**
 * What a message to a person is made of: who reads it where, what fills its sentences and where it leads. `D` are the data of its
 * sentences, `M` those that only the mail has.
 */
export type Notice<
  K extends string = string,
  D extends object = object,
  M extends object | undefined = object | undefined,
> = {
  kind: K;
  channels: readonly Channel[];
  /** What fills the sentences; kept with the notification. */
  data: z.ZodType<D>;
  /** What fills the mail besides, and is kept nowhere else: an address, a bill. */
  mailData?: z.ZodType<M>;
  /** Where it leads, without the language. */
  path?(data: D): string;
  icon?: NoticeIcon;
  /** Whether its mail holds a key: its words are forgotten once it is sent. */
  secret?: boolean;
  /** What its mail has to say whoever words it: a bill, a reason, a way off a list. */
  required?: readonly string[];
  /** The area that it is about: where that is off, the reaction that sends it waits until it is on again. */
  area?: SiteArea;
};

type Unnamed<D extends object = object, M extends object | undefined = object | undefined> = Omit<
  Notice<string, D, M>,
  'kind'
>;

/** Declares a message that is shown in the app and, if its channels say so, mailed too. */
export function notice<D extends object, M extends object | undefined = undefined>(declared: {
  channels: readonly ['app'] | readonly ['app', 'mail'];
  data: z.ZodType<D>;
  mailData?: z.ZodType<M>;
  path(data: NoInfer<D>): string;
  icon: NoticeIcon;
  required?: readonly string[];
  area?: SiteArea;
}): Unnamed<NoInfer<D>, NoInfer<M>> {
  return declared;
}

/** Declares a message that is mailed only: a code, or a word to somebody who cannot sign in. */
export function mailNotice<D extends object>(declared: {
  data: z.ZodType<D>;
  path?(data: NoInfer<D>): string;
  secret?: boolean;
  required?: readonly string[];
}): Unnamed<NoInfer<D>, undefined> {
  return { channels: ['mail'], ...declared };
}

/** Gives each declared message of a domain its name. */
export function declareNotices<T extends Record<string, Unnamed>>(
  declared: T,
): { [K in keyof T & string]: T[K] & { kind: K } } {
  const named = Object.entries(declared).map(([kind, each]) => [kind, { kind, ...each }]);
  return Object.fromEntries(named) as { [K in keyof T & string]: T[K] & { kind: K } };
}

/** The data of each declared message of a domain, for `Notices`. */
export type DataOf<T extends Record<string, { data: z.ZodType }>> = { [K in keyof T & string]: z.output<T[K]['data']> };

/** No data: the sentence is always the same. */
export const noData = z.object({});

/** A text in each language, for a name that the reader's language chooses. */
export const localized = z.object({ en: z.string(), zh: z.string() });

/** A moment in each language and as it is: what `momentUtc` makes. */
export const moment = localized.extend({ at: z.string() });
