export { answerQuestion } from './answer-question';
export { askOwnersOf } from './ask-owners-of';
export { askClaim, objectToClaim, withdrawClaim } from './claim';
export { announceClaim, closeClaim, refuseClaim, reopenClaim, settleClaim } from './decide-claim';
export { endOwnership, resumeOwnership } from './end-ownership';
export { closeVoice, noteVoice, waitingVoice } from './hear-voice';
export { passOwnership } from './pass-ownership';
export { askOwner, registerOwner, welcomeTo } from './register-owner';
export { closeTransfer, endTransfers, openTransfer, takeBackTransfer } from './transfer';
