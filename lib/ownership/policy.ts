import { type Actor, may } from '@/lib/core/actor';

/** Product owners read what owners answer, and decide what becomes of it. */
export function canTriageVoices(actor: Actor): boolean {
  return may(actor, 'ownership.triageVoices');
}

/** Who writes a product writes what it asks its owners. */
export function canEditQuestions(actor: Actor): boolean {
  return may(actor, 'ownership.editQuestions');
}
