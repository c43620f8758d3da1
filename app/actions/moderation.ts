'use server';

import { reportPost } from '@/lib/flows/moderation/report-post';
import { resolveReports } from '@/lib/flows/moderation/resolve-reports';
import { action, confirmed, inArea, staff } from '@/lib/web/action';

import { reportPostInput, resolveReportsInput } from '@/lib/moderation/schema';

export const reportPostAction = action(reportPostInput, inArea('community', confirmed), (actor, input) =>
  reportPost(actor, input),
);

export const resolveReportsAction = action(resolveReportsInput, staff('moderation.decide'), (actor, input) =>
  resolveReports(actor, input),
);
