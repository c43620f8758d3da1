import type { Ctx } from '@/lib/core/context';
import type { Raw } from '@/lib/core/raw';
import type { Notice, Session } from '@/lib/outside/payments';

/** What a gateway says of a payment, by webhook or when asked. */
export type News = {
  provider: string;
  status: Notice['status'];
  session: Omit<Session, 'status' | 'url'> | null;
  returnsOf?: string | null;
};

/** The webhook that told it. */
export type Told = { eventId: string; type: string; receivedAt: Date };

/** Notes a webhook as acted upon; false when it was before. The same that comes twice at once waits here for the other's commit. */
export async function noteNews(
  { db, now }: Ctx<Raw>,
  news: News,
  { eventId, type, receivedAt }: Told,
): Promise<boolean> {
  const changed = await db.$executeRaw`
    INSERT INTO "PaymentNotice" AS n ("provider", "eventId", "type", "sessionId", "payload", "receivedAt", "settledAt")
    VALUES (${news.provider}, ${eventId}, ${type}, ${news.session?.id ?? null}, ${JSON.stringify(payloadOf(news))}::jsonb, ${receivedAt}, ${now})
    ON CONFLICT ("provider", "eventId") DO UPDATE SET "settledAt" = ${now} WHERE n."settledAt" IS NULL`;
  return changed === 1;
}

/** Adds what came of it. */
export async function noteOutcome(
  { db }: Ctx<Raw>,
  { provider }: News,
  { eventId }: Told,
  outcome: string,
): Promise<void> {
  await db.$executeRaw`UPDATE "PaymentNotice" SET "outcome" = ${outcome} WHERE "provider" = ${provider} AND "eventId" = ${eventId}`;
}

/** Keeps a webhook that could not be acted upon yet. */
export async function keepNews(db: Raw, news: News, { eventId, type, receivedAt }: Told): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "PaymentNotice" ("provider", "eventId", "type", "sessionId", "payload", "receivedAt")
    VALUES (${news.provider}, ${eventId}, ${type}, ${news.session?.id ?? null}, ${JSON.stringify(payloadOf(news))}::jsonb, ${receivedAt}) ON CONFLICT DO NOTHING`;
}

/** Notes a stored webhook as acted upon outside of a settlement. */
export async function closeNews(
  db: Raw,
  { provider, eventId, at }: { provider: string; eventId: string; at: Date },
  outcome: string,
): Promise<void> {
  await db.$executeRaw`
    UPDATE "PaymentNotice" SET "settledAt" = ${at}::timestamptz, "outcome" = ${outcome} WHERE "provider" = ${provider} AND "eventId" = ${eventId} AND "settledAt" IS NULL`;
}

/** Only what settling needs is kept: a gateway's own payload may hold the buyer's name and address. */
export function payloadOf({ status, session, returnsOf }: Pick<News, 'status' | 'session' | 'returnsOf'>) {
  return { status, session, ...(returnsOf && { returnsOf }) };
}
