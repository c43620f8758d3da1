import type { Role } from '@/lib/core/actor';

/** The rooms of the staff house and who holds a key; an admin holds all. */
export const staffRooms = [
  { room: 'triage', roles: ['PRODUCT_OWNER'] },
  { room: 'releases', roles: ['PRODUCT_OWNER'] },
  { room: 'reports', roles: ['MODERATOR'] },
  { room: 'drops', roles: ['OPERATIONS'] },
  { room: 'orders', roles: ['OPERATIONS', 'SUPPORT'] },
  { room: 'members', roles: ['MODERATOR'] },
  { room: 'audit', roles: ['ADMIN'] },
] as const satisfies readonly { room: string; roles: readonly Role[] }[];

export type StaffRoom = (typeof staffRooms)[number]['room'];

/** The rooms that somebody with these roles may enter. */
export function roomsFor(held: readonly Role[]): StaffRoom[] {
  const admin = held.includes('ADMIN');
  return staffRooms
    .filter(({ roles }) => admin || (roles as readonly Role[]).some((role) => held.includes(role)))
    .map(({ room }) => room);
}
