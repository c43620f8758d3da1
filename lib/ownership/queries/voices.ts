import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import { localizedName } from '@/lib/core/locale';
import { onBoard } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { productName, variantTitle } from '@/lib/catalog/published';
import { memberName } from '@/lib/members/published';
import { ideaThread, titledIdea } from '@/lib/feedback/published';

type Person = { handle: string | null; name: string; avatar: string | null };
type ProductName = { handle: string; title: string; titleZh: string };

export type VoiceItem = {
  id: string;
  rating: number;
  body: string;
  createdAt: Date;
  productId: string;
  member: Person;
  owns: boolean;
  variant: string;
  variantZh: string;
  product: ProductName;
  question: string;
  questionZh: string;
};

const perPage = 30;

/** Owners' answers that wait to be read, oldest first: nobody is overtaken. One statement. */
export async function listVoices(
  { db }: Reading,
  { productId, after }: { productId?: string; after?: string } = {},
): Promise<{ voices: VoiceItem[]; next: string | null }> {
  const start =
    after && isUuid(after)
      ? await db.ownerVoice.findUnique({ where: { id: after }, select: { createdAt: true } })
      : null;
  const rows = await db.ownerVoice.findMany({
    where: {
      stage: 'NEW',
      productId,
      ...(start && { OR: [{ createdAt: { gt: start.createdAt } }, { createdAt: start.createdAt, id: { gt: after } }] }),
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: perPage + 1,
    select: voiceFields,
  });
  return { voices: rows.slice(0, perPage).map(asItem), next: rows.length > perPage ? rows[perPage - 1]!.id : null };
}

export type VoiceCase = VoiceItem & { stage: 'NEW' | 'NOTED' | 'LINKED'; idea: { id: string; title: string } | null };

/** One owner's answer, with what was made of it. */
export async function getVoice({ db }: Reading, { voiceId }: { voiceId: string }): Promise<VoiceCase | null> {
  if (!isUuid(voiceId)) return null;
  const row = await db.ownerVoice.findUnique({
    where: { id: voiceId },
    select: { ...voiceFields, stage: true, idea: { select: titledIdea } },
  });
  if (!row) return null;
  const { stage, idea, ...voice } = row;
  return { ...asItem(voice), stage, idea: idea && { id: idea.id, title: idea.thread.title } };
}

const voiceFields = {
  id: true,
  rating: true,
  body: true,
  createdAt: true,
  productId: true,
  member: { select: memberName },
  product: { select: productName },
  prompt: {
    select: {
      question: { select: { text: true, textZh: true } },
      ownership: { select: { endedAt: true, variant: { select: variantTitle } } },
    },
  },
} as const;

type Row = Omit<VoiceItem, 'owns' | 'variant' | 'variantZh' | 'question' | 'questionZh'> & {
  prompt: {
    question: { text: string; textZh: string };
    ownership: { endedAt: Date | null; variant: { title: string; titleZh: string } };
  };
};

function asItem({ prompt: { question, ownership }, ...voice }: Row): VoiceItem {
  return {
    ...voice,
    owns: ownership.endedAt === null,
    variant: ownership.variant.title,
    variantZh: ownership.variant.titleZh,
    question: question.text,
    questionZh: question.textZh,
  };
}

/** How many answers wait to be read, counted to a hundred. */
export async function countWaitingVoices({ db }: Reading, { productId }: { productId?: string } = {}): Promise<number> {
  const rows = await db.ownerVoice.findMany({ where: { stage: 'NEW', productId }, take: 100, select: { id: true } });
  return rows.length;
}

/** An answer that was dealt with, as its telling needs it. */
export async function getVoiceForNotice({ db }: Pick<Reading, 'db'>, { voiceId }: { voiceId: string }) {
  const voice = await db.ownerVoice.findUnique({
    where: { id: voiceId },
    select: { memberId: true, product: { select: productName }, idea: { select: ideaThread } },
  });
  if (!voice) return null;
  const thread = voice.idea?.thread;
  const idea = thread
    ? { threadId: thread.id, title: thread.title, path: onBoard(thread.board, paths.thread(thread)) }
    : null;
  return {
    memberId: voice.memberId,
    product: localizedName(voice.product),
    idea,
    path: paths.product(voice.product.handle),
  };
}
