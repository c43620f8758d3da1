/**
 * What each act of staff may do to somebody or to what cannot be had back, and what stands before it. Acts that harm nobody and change nothing
 * for good are `harmless`; the others are undone by another act, ask first with what they do, have a page of their own that says it, or
 * take a written reason.
 */
export type Guard =
  | 'harmless'
  /** Another act brings everything back. */
  | { undoneBy: string }
  /** A fold or a dialog in this file asks first. */
  | { asks: string }
  /** A form in this file is not sent without a reason. */
  | { reason: string }
  /** A page of its own shows what the form in this file does. */
  | { page: string; form: string };

const asks = (form: string): Guard => ({ asks: `components/${form}.tsx` });
const reason = (form: string): Guard => ({ reason: `components/${form}.tsx` });
const onPage = (page: string, form: string): Guard => ({
  page: `app/[locale]/staff/${page}/page.tsx`,
  form: `components/${form}.tsx`,
});
const undoneBy = (act: string): Guard => ({ undoneBy: act });

export const guards: Readonly<Record<string, Guard>> = {
  makeKeyAction: undoneBy('revokeKeyAction'),
  revokeKeyAction: asks('api/staff/revoke-key'),
  askBackupAction: 'harmless',
  verifyBackupAction: 'harmless',
  // It restores nothing yet, and asks for the brand's name.
  prepareRestoreAction: asks('backups/staff/prepare-restore'),
  saveBrandAction: undoneBy('putBackBrandAction'),
  setBrandPictureAction: undoneBy('putBackBrandAction'),
  putBackBrandAction: asks('brand/staff/brand-history'),
  readOldSiteAction: 'harmless',
  takeOldPictureAction: undoneBy('putBackBrandAction'),
  setOpeningAction: asks('brand/staff/opening-form'),
  setAreaAction: undoneBy('setAreaAction'),
  addPicturesAction: undoneBy('editPicturesAction'),
  editPicturesAction: asks('catalog/staff/product-pictures'),
  editProductAction: undoneBy('editProductAction'),
  chooseProductsAction: 'harmless',
  scheduleDrop: undoneBy('deleteDrop'),
  editDrop: undoneBy('editDrop'),
  deleteDrop: onPage('drops/[id]/delete', 'drops/staff/delete-form'),
  addWave: undoneBy('cancelDrop'),
  editWave: undoneBy('editWave'),
  removeWave: asks('drops/staff/remove-wave'),
  announceDrop: asks('drops/run-drop'),
  addUnits: reason('drops/run-drop'),
  cancelDrop: onPage('drops/[id]/call-off', 'drops/staff/call-off-form'),
  pauseWave: undoneBy('resumeWave'),
  explainPause: undoneBy('explainPause'),
  resumeWave: undoneBy('pauseWave'),
  extendWave: reason('drops/staff/wave-control'),
  postponeWave: onPage('drops/[id]/postpone', 'drops/staff/postpone-form'),
  issueFCodes: undoneBy('revokeFCode'),
  giveFCodesForIdeas: undoneBy('revokeFCode'),
  revokeFCode: asks('drops/staff/f-code-forms'),
  nameMembers: undoneBy('unnameMember'),
  unnameMember: asks('drops/staff/named-forms'),
  stageIdeaAction: undoneBy('stageIdeaAction'),
  mergeIdeasAction: asks('feedback/merge-form'),
  makeIdeaAction: 'harmless',
  voiceToIdeaAction: 'harmless',
  writeReleaseAction: asks('feedback/publish-button'),
  chooseIdeasAction: 'harmless',
  addBoardAction: undoneBy('deleteBoardAction'),
  changeBoardAction: undoneBy('changeBoardAction'),
  mergeBoardAction: asks('forum/staff/merge-board'),
  callBackMergeAction: undoneBy('mergeBoardAction'),
  archiveBoardAction: asks('forum/staff/archive-board'),
  unarchiveBoardAction: undoneBy('archiveBoardAction'),
  moveBoardAction: undoneBy('moveBoardAction'),
  deleteBoardAction: asks('forum/staff/remove-board'),
  pinThreadAction: undoneBy('pinThreadAction'),
  closeThreadAction: undoneBy('closeThreadAction'),
  hidePostAction: asks('moderation/hide-dialog'),
  restorePostAction: undoneBy('hidePostAction'),
  chooseColumnsAction: undoneBy('chooseColumnsAction'),
  startBulkAction: onPage('orders/bulk/[id]', 'staff/list/bulk/bulk-forms'),
  // A draft of which nothing has been done.
  dropBulkAction: 'harmless',
  // What is done stays done; the rest can be chosen again.
  stopBulkAction: 'harmless',
  saveViewAction: undoneBy('deleteViewAction'),
  changeViewAction: undoneBy('changeViewAction'),
  deleteViewAction: asks('staff/list/view-forms'),
  checkPaymentsAction: 'harmless',
  putBackMarketAction: asks('markets/staff/terms-history'),
  saveShippingAction: undoneBy('putBackMarketAction'),
  saveTaxesAction: undoneBy('putBackMarketAction'),
  inviteAction: undoneBy('withdrawInvitationAction'),
  sendTestLetterAction: 'harmless',
  inviteAgainAction: 'harmless',
  withdrawInvitationAction: asks('members/staff/invite-form'),
  grantRoleAction: reason('staff/role-forms'),
  revokeRoleAction: reason('staff/role-forms'),
  copyRoleAction: undoneBy('deleteRoleAction'),
  editRoleAction: undoneBy('editRoleAction'),
  deleteRoleAction: asks('members/staff/role-editor'),
  setTrustAction: reason('staff/role-forms'),
  setPhoneRuleAction: undoneBy('setPhoneRuleAction'),
  checkSmsAction: 'harmless',
  // One message to a phone that whoever sends it names, five in an hour.
  sendTestSmsAction: 'harmless',
  setTrustRuleAction: undoneBy('setTrustRuleAction'),
  saveReasonAction: undoneBy('saveReasonAction'),
  arrangeReasonAction: undoneBy('arrangeReasonAction'),
  warnMemberAction: reason('staff/member-acts'),
  correctMemberAction: reason('staff/correct-form'),
  suspendMemberAction: reason('staff/member-acts'),
  liftSuspensionAction: reason('staff/member-acts'),
  resetFactorAction: reason('staff/member-acts'),
  readPersonalAction: reason('staff/member-acts'),
  resolveReportsAction: reason('moderation/verdict-form'),
  checkSenderAction: 'harmless',
  saveStaffNoticesAction: undoneBy('saveStaffNoticesAction'),
  saveStaffWebhookAction: undoneBy('removeStaffWebhookAction'),
  removeStaffWebhookAction: asks('notifications/staff/webhook-form'),
  wordMailAction: undoneBy('putBackMailAction'),
  putBackMailAction: undoneBy('putBackMailAction'),
  sendMailTextAction: 'harmless',
  // The parcel is gone; its number can be corrected.
  shipOrderAction: 'harmless',
  deliverOrderAction: 'harmless',
  refundOrderAction: asks('orders/staff/staff-order-acts'),
  returnPaymentAction: asks('orders/staff/staff-order-alerts'),
  closeAlertAction: reason('orders/staff/staff-order-alerts'),
  openOrderAction: reason('orders/staff/open-order-form'),
  chooseOrdersAction: 'harmless',
  importTrackingAction: 'harmless',
  correctAddressAction: reason('orders/staff/correct-forms'),
  correctTrackingAction: reason('orders/staff/correct-forms'),
  askOwnersAction: undoneBy('askOwnersAction'),
  noteVoiceAction: 'harmless',
  linkVoiceAction: 'harmless',
  savePageAction: undoneBy('savePageAction'),
  deletePageAction: asks('pages/staff/delete-page'),
  draftLawPageAction: 'harmless',
  movePageAction: undoneBy('movePageAction'),
  saveBarAction: undoneBy('saveBarAction'),
  saveRedirectAction: undoneBy('saveRedirectAction'),
  deleteRedirectAction: asks('redirects/staff/delete-redirect'),
  sendRedirectsAction: 'harmless',
  takeRedirectFileAction: onPage('settings/redirects/import', 'redirects/staff/file-forms'),
  dropRedirectFileAction: 'harmless',
};
