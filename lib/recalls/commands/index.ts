export { answerRecall, handleUnit } from './move-unit';
export { closeRecall, publishRecall, remindOwners, reopenRecall, withdrawRecall } from './run-recall';
export { saveRecall } from './save-recall';
export { followMails, renewUnits, takeToNote, tellNext } from './tell-owners';
