/** What staff are notified of, and over what. */
export const staffKinds = ['reports', 'orders', 'ideas', 'refunds', 'jobs'] as const;
export type StaffKind = (typeof staffKinds)[number];

export const staffChannels = ['app', 'mail', 'webhook'] as const;
export type StaffChannel = (typeof staffChannels)[number];

/** The channels of a kind: a refused refund already rings the bell by itself, with its order. */
export const channelsOf = (kind: StaffKind): readonly StaffChannel[] =>
  kind === 'refunds' ? ['mail', 'webhook'] : staffChannels;

/** The channels of somebody who has chosen none. */
export const usualChannels = (kind: StaffKind): StaffChannel[] => (kind === 'refunds' ? [] : ['app']);

/** The name of the box of a form that stands for a kind and a channel. */
export const boxOf = (kind: StaffKind, channel: StaffChannel): `${StaffKind}.${StaffChannel}` => `${kind}.${channel}`;
