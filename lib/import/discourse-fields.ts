/**
 * What is kept of things for which Millet has no place yet. A forum says more to its administrators, such as the password of a group's
 * mailbox: nothing but these fields is written down.
 */
export const recordFields = {
  group: [
    ...['id', 'name', 'full_name', 'title', 'bio_raw', 'automatic', 'user_count', 'visibility_level'],
    ...['public_admission', 'members', 'owners'],
  ],
  tag: ['id', 'name', 'text', 'description', 'count'],
  'tag-group': ['id', 'name', 'tag_names', 'tags', 'parent_tag_name', 'parent_tag', 'one_per_topic'],
  badge: [
    ...[
      'id',
      'name',
      'description',
      'icon',
      'image_url',
      'badge_type_id',
      'system',
      'enabled',
      'grant_count',
      'holders',
    ],
  ],
} as const satisfies Record<string, readonly string[]>;

export type RecordKindName = keyof typeof recordFields;

/** The fields that are named, of those that are there. */
export function pick(value: unknown, names: readonly string[]): Record<string, unknown> {
  const from = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  return Object.fromEntries(names.filter((name) => from[name] !== undefined).map((name) => [name, from[name]]));
}
