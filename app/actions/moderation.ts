'use server';

import { transact } from '@/lib/core/context';
import { reportPost } from '@/lib/flows/moderation/report-post';
import { resolveReports } from '@/lib/flows/moderation/resolve-reports';
import { action, confirmed, staff } from '@/lib/web/action';

import * as commands from '@/lib/moderation/commands';
import { hidePostInput, reportPostInput, resolveReportsInput, restorePostInput } from '@/lib/moderation/schema';

export const reportPostAction = action(reportPostInput, confirmed, (actor, input) => reportPost(actor, input));

export const resolveReportsAction = action(resolveReportsInput, staff('moderation.decide'), (actor, input) =>
  resolveReports(actor, input),
);

export const hidePostAction = action(hidePostInput, staff('moderation.decide'), transact(commands.hidePost));

export const restorePostAction = action(restorePostInput, staff('moderation.decide'), transact(commands.restorePost));
