import { anyId, type Access } from '@/lib/core/access';

export const access: Access = {
  actions: {
    answerQuestionAction: 'members',
    askOwnersAction: ['ownership.editQuestions'],
    noteVoiceAction: ['ownership.triageVoices'],
    linkVoiceAction: ['ownership.triageVoices'],
  },
  commands: {
    askOwnersOf: ['ownership.editQuestions'],
    noteVoice: ['ownership.triageVoices'],
    waitingVoice: ['ownership.triageVoices'],
    answerQuestion: 'members',
    askOwner: 'step',
    closeVoice: 'step',
    endOwnership: 'step',
    registerOwner: 'step',
  },
  flows: { linkVoice: ['ownership.triageVoices'] },
  sample: { productId: anyId, voiceId: anyId, text: 'How is it?', reason: 'Because' },
  pages: {
    'staff/triage/voices/[id]': [{ params: { id: 'crowd:voice' } }],
    '(account)/owned': [{}],
    '(account)/owned/[id]': [{ params: { id: 'crowd:ownership' } }],
    '(account)/owned/answer/[prompt]': [{ params: { prompt: 'crowd:prompt' } }],
  },
};
