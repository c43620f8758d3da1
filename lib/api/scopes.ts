import { may, type Actor } from '@/lib/core/actor';
import type { Permission } from '@/lib/core/permissions';

import { scopes, type Scope } from './scope-names';

/** The permission that the maker of a key must hold for each of them, while the key is made and whenever it is used. */
const needs: Record<Scope, Permission> = {
  'orders.read': 'orders.read',
  // Addresses leave the shop for a packing list by the same permission.
  'orders.addresses': 'orders.export',
  'orders.ship': 'orders.ship',
  'products.read': 'catalog.edit',
};

/** What an actor may allow a key now: nothing without the permission to make keys. */
export function scopesFor(actor: Actor): Scope[] {
  return may(actor, 'api.manageKeys') ? scopes.filter((scope) => may(actor, needs[scope])) : [];
}

/** The permissions that scopes come to: what commands and queries ask of who acts by a key. */
export function permissionsOfScopes(given: readonly Scope[]): Permission[] {
  return given.map((scope) => needs[scope]);
}

/** What is stored of scopes and still exists. */
export function knownScopes(stored: readonly string[]): Scope[] {
  return scopes.filter((scope) => stored.includes(scope));
}
