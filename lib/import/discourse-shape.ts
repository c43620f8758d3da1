import { z } from 'zod';

/** What Millet reads of Discourse's JSON; everything else is let through unread. */
const maybe = <T extends z.ZodType>(shape: T) => shape.nullish().transform((value) => value ?? null);
const time = z.iso
  .datetime({ offset: true, error: 'is not a time with an offset' })
  .transform((value) => new Date(value));
// PostgreSQL's text cannot hold NUL, nor UTF-8 half a surrogate pair.
const text = (max: number) =>
  z
    .string()
    .max(max, { error: `is longer than ${max} characters` })
    .transform((value) =>
      value
        .replaceAll('\u0000', '')
        .replace(/\p{Surrogate}/gu, '\uFFFD')
        .trim(),
    );
const id = z.int();
const flag = maybe(z.boolean()).transform((value) => value === true);
const count = maybe(z.coerce.number().int().min(0));

export const categoryShape = z.object({
  id,
  name: text(255).refine((value) => value !== '', { error: 'is empty' }),
  slug: maybe(text(255)),
  description: maybe(text(100_000)),
  color: maybe(
    z
      .string()
      .regex(/^[0-9a-fA-F]{3}([0-9a-fA-F]{3})?$/)
      .catch(''),
  ),
  parent_category_id: maybe(id),
  position: maybe(z.number()),
  read_restricted: flag,
});

export const userShape = z.object({
  id: maybe(id),
  username: text(255).refine((value) => value !== '', { error: 'is empty' }),
  name: maybe(text(255)),
  email: maybe(z.string()),
  title: maybe(text(255)).catch(null),
  active: maybe(z.boolean()).catch(null),
  avatar_template: maybe(z.string()),
  bio_raw: maybe(text(10_000)),
  created_at: maybe(time),
  trust_level: maybe(z.int().min(0).max(4)),
  admin: flag,
  moderator: flag,
  suspended_till: maybe(time),
});

export const postShape = z.object({
  id,
  post_number: z.int().min(1),
  post_type: maybe(z.int()),
  username: maybe(text(255)),
  user_id: maybe(id),
  name: maybe(text(255)),
  avatar_template: maybe(z.string()),
  created_at: time,
  updated_at: maybe(time),
  version: maybe(z.int()),
  cooked: maybe(text(500_000)),
  raw: maybe(text(500_000)),
  reply_to_post_number: maybe(z.int()),
  like_count: count,
  actions_summary: maybe(z.array(z.object({ id, count }))),
  trust_level: maybe(z.int().min(0).max(4)).catch(null),
  polls: maybe(z.array(z.unknown())).catch(null),
  hidden: flag,
  deleted_at: maybe(z.string()),
  user_deleted: flag,
  accepted_answer: flag,
});

const tag = z.union([z.string(), z.object({ name: z.string() }).transform((value) => value.name)]);

export const topicShape = z.object({
  id,
  title: text(1_000).refine((value) => value !== '', { error: 'is empty' }),
  slug: maybe(text(1_000)),
  category_id: maybe(id),
  created_at: time,
  last_posted_at: maybe(time),
  views: count,
  posts_count: count.catch(null),
  tags: maybe(z.array(tag)),
  pinned: flag,
  pinned_globally: flag,
  closed: flag,
  archived: flag,
  visible: maybe(z.boolean()),
  archetype: maybe(z.string()),
  deleted_at: maybe(z.string()),
  accepted_answer: maybe(z.object({ post_number: maybe(z.int()) })),
});

export const topicRowShape = z.object({ id, title: text(1_000) });

export type Category = z.output<typeof categoryShape>;
export type User = z.output<typeof userShape>;
export type Post = z.output<typeof postShape>;
export type Topic = z.output<typeof topicShape>;

export function shapeReason(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue ? `${issue.path.join('.') || 'the record'}: ${issue.message}` : 'the record cannot be read';
}
