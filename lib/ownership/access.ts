import { anyId, type Access } from '@/lib/core/access';

export const access: Access = {
  actions: { answerQuestionAction: 'members', noteVoiceAction: ['PRODUCT_OWNER'], linkVoiceAction: ['PRODUCT_OWNER'] },
  commands: {
    askOwnersOf: ['PRODUCT_OWNER', 'OPERATIONS'],
    noteVoice: ['PRODUCT_OWNER'],
    waitingVoice: ['PRODUCT_OWNER'],
    answerQuestion: 'members',
    askOwner: 'step',
    closeVoice: 'step',
    registerOwner: 'step',
  },
  flows: { linkVoice: ['PRODUCT_OWNER'] },
  sample: { productId: anyId, voiceId: anyId, text: 'How is it?', reason: 'Because' },
  pages: {
    'staff/triage/voices/[id]': [{ params: { id: 'crowd:voice' } }],
    '(account)/owned': [{}],
    '(account)/owned/answer/[prompt]': [{ params: { prompt: 'crowd:prompt' } }],
  },
};
