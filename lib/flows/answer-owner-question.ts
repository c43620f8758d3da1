import type { Actor } from '@/lib/core/actor';
import { transact, type Options } from '@/lib/core/context';
import { answerQuestion, type AnswerQuestion } from '@/lib/feedback/commands/answer-question';

/** An owner answers what their product asked: the answer is the product team's next voice to triage. */
export async function answerOwnerQuestion(actor: Actor, input: AnswerQuestion, options: Options = {}): Promise<string> {
  return transact(answerQuestion)(actor, input, options);
}
