import { may, type Actor } from '@/lib/core/actor';

/** Who keeps the directory of service points. */
export const canEditPoints = (actor: Actor): boolean => may(actor, 'service.edit');

/** Figures of a point are public from so many repairs on: of fewer they would say little, and may be of one person. */
export const leastRepairs = 5;
