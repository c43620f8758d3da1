import { clock } from '@/lib/core/time';

import { seedApi } from './api';
import { seedBrand } from './brand';
import { seedCast } from './cast';
import { seedCatalog } from './catalog';
import { seedCollections } from './collections';
import { seedCredit } from './credit';
import { seedDiscounts } from './discounts';
import { seedDrops } from './drops';
import { seedFeedback } from './feedback';
import { seedForum, seedOwnersRoom } from './forum';
import { seedLottery } from './lottery';
import { seedMarket } from './market';
import { seedOrders } from './orders';
import { seedPages } from './pages';
import { seedRedirects } from './redirects';
import { seedQuestions, seedReviews } from './reviews';
import { sendNoticesToCast } from './send-notices';
import { seedStock } from './stock';
import { newWorld, type World } from './world';

/** Tells the demo brand's story by calling the commands themselves. Deterministic apart from the clock. */
export async function seed(world: World = newWorld(clock())): Promise<void> {
  for (const chapter of chapters) await chapter(world);
}

/** In the order of the story; each chapter may rely on those above it. */
const chapters: readonly ((world: World) => Promise<void>)[] = [
  seedCast,
  seedBrand,
  seedMarket,
  seedPages,
  seedRedirects,
  seedCatalog,
  seedForum,
  seedFeedback,
  seedDrops,
  seedOrders,
  seedApi,
  seedLottery,
  seedOwnersRoom,
  seedReviews,
  seedQuestions,
  seedStock,
  seedDiscounts,
  seedCollections,
  seedCredit,
  sendNoticesToCast,
];
