'use server';

import { reportPost } from '@/lib/flows/moderation/report-post';
import { resolveReports } from '@/lib/flows/moderation/resolve-reports';
import { action, confirmed, inArea, staff } from '@/lib/web/action';

import { transact } from '@/lib/core/context';
import * as commands from '@/lib/moderation/commands';
import { arrangeReasonInput, reportPostInput, resolveReportsInput, saveReasonInput } from '@/lib/moderation/schema';

export const reportPostAction = action(reportPostInput, inArea('community', confirmed), (actor, input) =>
  reportPost(actor, input),
);

export const resolveReportsAction = action(resolveReportsInput, staff('moderation.decide'), (actor, input) =>
  resolveReports(actor, input),
);

export const saveReasonAction = action(saveReasonInput, staff('moderation.setReasons'), transact(commands.saveReason));

export const arrangeReasonAction = action(
  arrangeReasonInput,
  staff('moderation.setReasons'),
  transact(commands.arrangeReason),
);
